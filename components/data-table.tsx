import type { ReactNode } from 'react';
import styles from './data-table.module.css';

/**
 * A table that reads like good print and scrolls sideways inside its own region when there is no room.
 * Give it plain `<thead>` and `<tbody>`; put `data-number` on cells with figures to align them.
 */
export function DataTable({ caption, hideCaption = false, children }: { caption: string; hideCaption?: boolean; children: ReactNode }) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
    <div className={styles.region} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className={hideCaption ? styles.hidden : styles.caption}>{caption}</caption>
        {children}
      </table>
    </div>
  );
}
