import { diffWordsWithSpace } from 'diff';
import styles from './comparison.module.css';
import { LineComparison } from './line-comparison';
import { compareLines, type Part } from './line-rows';
import { VisibleSpace } from './visible-space';

/** beyond this a word-by-word comparison costs more than it explains */
const MAX_COMPARED = 4000;

/** What was expected beside what came: the parts that differ are marked, and white space that matters can be seen. */
export function Comparison({ expected, actual }: { expected: string | null; actual: string | null }) {
  if (expected === null && actual === null) return null;
  if (expected === null || actual === null) return <Side label={actual === null ? 'Expected' : 'Your program'} parts={[{ text: expected ?? actual ?? '', differs: false }]} />;
  const rows = hasLines(expected) && hasLines(actual) && expected.length + actual.length <= MAX_COMPARED ? compareLines(expected, actual) : null;
  return (
    <div>
      {rows ? <LineComparison rows={rows} /> : <Sides {...compare(expected, actual)} />}
      {expected !== actual && squeeze(expected) === squeeze(actual) && <p className={styles.note}>They differ only in spaces, tabs or line ends.</p>}
    </div>
  );
}

const hasLines = (text: string) => text.trimEnd().includes('\n');
const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();

function compare(expected: string, actual: string): { left: Part[]; right: Part[] } {
  if (expected.length + actual.length > MAX_COMPARED) return { left: [{ text: expected, differs: false }], right: [{ text: actual, differs: false }] };
  const changes = diffWordsWithSpace(expected, actual);
  const shared = changes.reduce((sum, change) => sum + (change.added || change.removed ? 0 : squeeze(change.value).length), 0);
  // Two texts with little in common differ everywhere: marking all of it would say nothing.
  if (shared < Math.max(squeeze(expected).length, squeeze(actual).length) / 4) return { left: [{ text: expected, differs: false }], right: [{ text: actual, differs: false }] };
  const side = (other: 'added' | 'removed') =>
    changes.filter((change) => !change[other]).map((change) => ({ text: change.value, differs: Boolean(change.added || change.removed) }));
  return { left: side('added'), right: side('removed') };
}

function Sides({ left, right }: { left: Part[]; right: Part[] }) {
  return (
    <div className={styles.sides}>
      <Side label="Expected" parts={left} />
      <Side label="Your program" parts={right} />
    </div>
  );
}

function Side({ label, parts }: { label: string; parts: Part[] }) {
  const empty = parts.every((part) => part.text === '');
  return (
    <figure className={styles.side}>
      <figcaption className={styles.label}>{label}</figcaption>
      {empty ? (
        <p className={styles.empty}>(nothing)</p>
      ) : (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways, so the keyboard must reach it
        <pre className={styles.text} tabIndex={0} role="group" aria-label={label}>
          {parts.map((part, index) => (part.differs ? <mark key={index}><VisibleSpace text={part.text} all /></mark> : <span key={index}><VisibleSpace text={part.text} all={false} /></span>))}
        </pre>
      )}
    </figure>
  );
}
