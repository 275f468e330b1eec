import { VisuallyHidden } from '@/components/visually-hidden';
import styles from './line-comparison.module.css';
import type { Part, Row } from './line-rows';
import { VisibleSpace } from './visible-space';

const WORDS = { same: '', expected: 'Expected', yours: 'Yours' } as const;

/** Indentation that both have stays plain; white space shows where it differs, and at the end of a line. */
function Line({ parts, alone }: { parts: Part[]; alone: boolean }) {
  if (alone && parts.every((part) => part.text === '')) return <span className={styles.nothing}>(an empty line)</span>;
  return parts.map((part, index) => {
    if (part.differs) return <mark key={index}><VisibleSpace text={part.text} all /></mark>;
    const indented = part.text.length - part.text.trimStart().length;
    const indent = index === 0 && indented < part.text.length ? indented : 0;
    return (
      <span key={index}>
        {part.text.slice(0, indent)}
        <VisibleSpace text={part.text.slice(indent)} all={false} />
      </span>
    );
  });
}

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
                <Line parts={row.parts} alone={row.kind !== 'same'} />
              </td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}
