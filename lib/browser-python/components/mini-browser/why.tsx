/** A sentence whose `code` parts, between backticks, are set as code. */
export function Why({ children }: { children: string }) {
  return children.split(/`([^`]+)`/).map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
}
