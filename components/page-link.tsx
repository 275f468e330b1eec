import type { ComponentProps } from 'react';

/**
 * A link to a page of this site, as a plain link. Pages are ready-made files here, so loading one whole is quick, and next/link would
 * add 4 KB of script to each (docs/decisions/0041-javascript-of-a-lesson.md).
 */
export function PageLink({ children, ...rest }: ComponentProps<'a'> & { href: string }) {
  return <a {...rest}>{children}</a>;
}
