import { VisuallyHidden } from '@/components/visually-hidden';
import styles from './line-comparison.module.css';
import type { Row } from './line-rows';
import { VisibleSpace } from './visible-space';

const WORDS = { same: '', expected: 'Expected', yours: 'Yours' } as const;

/** Two texts of several lines as one: each line that differs says whose it is, in a word and not in color alone. */
export function LineComparison({ rows }: { rows: Row[] }) {
  return (
    <table className={styles.lines}>
      <caption className={styles.caption}>Expected and your program, line by line</caption>
      <tbody>
        {rows.map((row, index) =>
          row.kind === 'skipped' ? (
            <tr key={index} className={styles.skipped}>
              <td colSpan={2}>{row.lines} lines are the same</td>
            </tr>
          ) : (
            <tr key={index} className={styles[row.kind]}>
              <th scope="row">{WORDS[row.kind] || <VisuallyHidden>Both</VisuallyHidden>}</th>
              <td>
                {row.parts.every((part) => part.text === '') && row.kind !== 'same' ? (
                  <span className={styles.nothing}>(an empty line)</span>
                ) : (
                  row.parts.map((part, at) => (part.differs ? <mark key={at}><VisibleSpace text={part.text} all /></mark> : <VisibleSpace key={at} text={part.text} all={false} />))
                )}
              </td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}
