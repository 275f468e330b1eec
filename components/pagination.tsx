import { PageLink } from './page-link';
import styles from './pagination.module.css';

/** Links to the pages before and after. `href` makes the address of a page number (from 1). */
export function Pagination({ page, pages, href, label = 'Pages' }: { page: number; pages: number; href: (page: number) => string; label?: string }) {
  if (pages <= 1) return null;
  return (
    <nav className={styles.pagination} aria-label={label}>
      {page > 1 ? <PageLink href={href(page - 1)} rel="prev">Previous</PageLink> : <span className={styles.off}>Previous</span>}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages ? <PageLink href={href(page + 1)} rel="next">Next</PageLink> : <span className={styles.off}>Next</span>}
    </nav>
  );
}
