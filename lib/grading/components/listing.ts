/**
 * Marks a line of an example's program as it stands in the lesson, and brings it into view.
 * @param within anything inside the example
 * @param line counts from 1
 */
export function markListing(within: HTMLElement, line: number): void {
  const lines = within.closest('figure')?.querySelectorAll<HTMLElement>('[data-listing] [data-line]');
  lines?.forEach((one, index) => one.toggleAttribute('data-pointed', index === line - 1));
  lines?.[line - 1]?.scrollIntoView({ block: 'nearest' });
}
