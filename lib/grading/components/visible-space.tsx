import styles from './visible-space.module.css';

/** White space drawn by the style sheet, so that what is copied or read aloud stays the text itself. `all`: single spaces too. */
export function VisibleSpace({ text, all }: { text: string; all: boolean }) {
  const spots = all ? /( +|\t|\r?\n)/ : /( {2,}| +(?=\n|$)|\t|\r)/;
  return text.split(spots).map((piece, index) => {
    if (index % 2 === 0) return piece;
    if (piece === '\t') return <span key={index} className={styles.tab}>{piece}</span>;
    if (piece.startsWith(' ')) return [...piece].map((space, at) => <span key={`${index}-${at}`} className={styles.space}>{space}</span>);
    return <span key={index} className={styles.lineEnd}>{piece}</span>;
  });
}
