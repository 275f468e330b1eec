import { diffWordsWithSpace } from 'diff';
import styles from './comparison.module.css';

/** beyond this a word-by-word comparison costs more than it explains */
const MAX_COMPARED = 4000;

type Part = { text: string; differs: boolean };

/** What was expected beside what came: the parts that differ are marked, and white space that matters can be seen. */
export function Comparison({ expected, actual }: { expected: string | null; actual: string | null }) {
  if (expected === null && actual === null) return null;
  if (expected === null || actual === null) return <Side label={actual === null ? 'Expected' : 'Your program'} parts={[{ text: expected ?? actual ?? '', differs: false }]} />;
  const { left, right } = compare(expected, actual);
  return (
    <div>
      <div className={styles.sides}>
        <Side label="Expected" parts={left} />
        <Side label="Your program" parts={right} />
      </div>
      {expected !== actual && squeeze(expected) === squeeze(actual) && <p className={styles.note}>They differ only in spaces, tabs or line ends.</p>}
    </div>
  );
}

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
          {parts.map((part, index) => (part.differs ? <mark key={index}>{visible(part.text, true)}</mark> : <span key={index}>{visible(part.text, false)}</span>))}
        </pre>
      )}
    </figure>
  );
}

/** White space drawn by the style sheet, so that what is copied or read aloud stays the text itself. `all`: single spaces too. */
function visible(text: string, all: boolean) {
  const spots = all ? /( +|\t|\r?\n)/ : /( {2,}| +(?=\n|$)|\t|\r)/;
  return text.split(spots).map((piece, index) => {
    if (index % 2 === 0) return piece;
    if (piece === '\t') return <span key={index} className={styles.tab}>{piece}</span>;
    if (piece.startsWith(' ')) return [...piece].map((space, at) => <span key={`${index}-${at}`} className={styles.space}>{space}</span>);
    return <span key={index} className={styles.lineEnd}>{piece}</span>;
  });
}
