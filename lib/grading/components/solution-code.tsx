import styles from './solution-code.module.css';

/** A model solution, highlighted on the server from the author's file. */
export function SolutionCode({ html, titleId }: { html: string; titleId: string }) {
  return (
    <section className={styles.solution} aria-labelledby={titleId}>
      <h4 id={titleId} className={styles.title}>
        One good solution
      </h4>
      <p className={styles.note}>Yours may differ and be just as right: the checks look at what the program does.</p>
      <div className={styles.code} dangerouslySetInnerHTML={{ __html: html }} />
    </section>
  );
}
