/** A sentence whose `code` parts, between backticks, are set as code. */
export function Words({ children }: { children: string }) {
  const parts = children.split(/`([^`]+)`/);
  return parts.map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
}
