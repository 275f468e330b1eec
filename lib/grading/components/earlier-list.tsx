import { Words } from '@/components/words';
import type { EarlierSubmission } from '../schema';
import styles from './earlier-submissions.module.css';
import { VerdictMark } from './verdict-mark';

/** Submissions on a page without scripts: each opens its code and leads to its own page. */
export function EarlierList({ list }: { list: EarlierSubmission[] }) {
  return (
    <ol className={styles.list}>
      {list.map((one) => (
        <li key={one.id} className={styles.item}>
          <div className={styles.row}>
            <VerdictMark verdict={one.verdict} />
            <a href={`/submissions/${one.id}`} className={styles.faint}>
              <time dateTime={one.createdAt}>{one.createdAt.slice(0, 16).replace('T', ' ')} UTC</time>
            </a>
            <span className={styles.summary}>
              <Words>{one.summary}</Words>
            </span>
          </div>
          <details className={styles.code}>
            <summary>Code</summary>
            {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it */}
            <pre tabIndex={0} role="group" aria-label="The code of this submission">
              <code>{one.code}</code>
            </pre>
          </details>
        </li>
      ))}
    </ol>
  );
}
