import { useState } from 'react';
import type { ExerciseFacts, MutationScore, Triable, TriedFile } from '../schema';
import { tryExercise } from './author-client';

type Tries = { busy: boolean; progress: { done: number; total: number } | null; tried: TriedFile[]; ran: MutationScore | null; refused: string | null };

const NOTHING: Tries = { busy: false, progress: null, tried: [], ran: null, refused: null };

/** What was tried of an exercise on this page, one thing after the other. The newest result of each file stands. */
export function useTries({ id, mutation }: ExerciseFacts) {
  const [tries, setTries] = useState(NOTHING);
  const change = (part: (before: Tries) => Partial<Tries>) => setTries((before) => ({ ...before, ...part(before) }));

  async function begin(what: Triable): Promise<void> {
    if (tries.busy) return;
    change(() => ({ busy: true, progress: null, refused: null }));
    await tryExercise({
      exerciseId: id,
      what,
      onLine: (line) => {
        if ('progress' in line) change(() => ({ progress: line.progress }));
        if ('tried' in line) change(({ tried }) => ({ tried: [line.tried, ...tried.filter(({ file }) => file !== line.tried.file)] }));
        if ('mutation' in line) change(() => ({ ran: line.mutation }));
        if ('refused' in line) change(() => ({ refused: line.refused }));
      },
    });
    change(() => ({ busy: false }));
  }

  const { ran, ...shown } = tries;
  return { ...shown, mutation: ran ?? mutation, begin: (what: Triable) => void begin(what) };
}
