import { useEffect, useState } from 'react';
import { Callout } from '@/components/callout';
import type { SolutionView } from '../schema';
import styles from './model-solution.module.css';
import { getSolution, type Refusal } from './submission-client';

/** The model solution, asked for when it is opened; until it is earned, what would earn it. */
export function ModelSolution({ exerciseId }: { exerciseId: string }) {
  const [solution, setSolution] = useState<SolutionView | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  useEffect(() => {
    let gone = false;
    getSolution(exerciseId).then(
      (found) => !gone && setSolution(found),
      (problem: Refusal) => !gone && setRefusal(problem),
    );
    return () => {
      gone = true;
    };
  }, [exerciseId]);

  if (refusal) return <Callout tone="info" title="Not yet" role="status">{refusal.message || 'The site cannot be reached. Close this and open it again in a moment.'}</Callout>;
  if (!solution) return <p role="status">Fetching the solution…</p>;
  return <SolutionCode html={solution.html} titleId={`${exerciseId}-solution`} />;
}

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
