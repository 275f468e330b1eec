import { useEffect, useState } from 'react';
import { Callout } from '@/components/callout';
import type { SolutionView } from '../schema';
import { SolutionCode } from './solution-code';
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

  if (refusal?.kind === 'refused') return <Callout tone="info" title="Not yet" role="status">{refusal.message}</Callout>;
  if (refusal) return <Callout tone="warn" title="The solution cannot be fetched now" role="status">{refusal.message || 'The site cannot be reached. Close this and open it again in a moment.'}</Callout>;
  if (!solution) return <p role="status">Fetching the solution…</p>;
  return <SolutionCode html={solution.html} titleId={`${exerciseId}-solution`} />;
}
