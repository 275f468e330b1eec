import type { ExerciseKey } from '../../lib/content/schema';
import type { ExerciseReplay } from './replay-exercise';

/** What a change of the content would do to what learners handed in. */
export type Impact = { since: string; changed: ExerciseReplay[]; added: string[]; removed: string[] };

/** Which exercises are judged otherwise than before: those whose hash differs, new ones, and those that are gone. */
export function changesBetween(before: ExerciseKey[], after: ExerciseKey[]): { changed: ExerciseKey[]; added: string[]; removed: string[] } {
  const hashes = new Map(before.map(({ exercise }) => [exercise.id, exercise.contentHash]));
  const ids = new Set(after.map(({ exercise }) => exercise.id));
  return {
    changed: after.filter(({ exercise }) => hashes.has(exercise.id) && hashes.get(exercise.id) !== exercise.contentHash),
    added: after.map(({ exercise }) => exercise.id).filter((id) => !hashes.has(id)),
    removed: [...hashes.keys()].filter((id) => !ids.has(id)),
  };
}

/** Markdown for a pull request: numbers and names of checks, nothing of any learner. */
export function formatImpact({ since, changed, added, removed }: Impact): string {
  const lines = ['## What this changes for work that was handed in', ''];
  if (!changed.length) lines.push(`No exercise is judged otherwise than at \`${since}\`.`);
  else {
    lines.push(`The checks of now, run over what learners handed in, beside the verdicts that stand (${plural(changed.length, 'exercise')} changed since \`${since}\`):`, '');
    lines.push('| exercise | programs tried | verdicts that flip | same verdict, other checks |', '|---|---|---|---|');
    for (const { exerciseId, programs, allPrograms, flipped, verdicts, otherChecks } of changed) lines.push(`| \`${exerciseId}\` | ${programs}${programs < allPrograms ? ` of ${allPrograms}` : ''} | ${flipped} of ${verdicts} | ${otherChecks} |`);
    lines.push(...changed.flatMap(formatDirections));
  }
  if (added.length) lines.push('', `New, so nobody handed in anything yet: ${named(added)}.`);
  if (removed.length) lines.push('', `Gone: ${named(removed)}. What was handed in for them keeps its verdicts.`);
  return [...lines, '', 'No verdict and no progress changes by merging this: work is judged by the exercise it was handed in for.'].join('\n');
}

function formatDirections({ exerciseId, directions, deterministic }: ExerciseReplay): string[] {
  if (!directions.length) return [];
  return [
    '',
    `### \`${exerciseId}\``,
    ...(deterministic ? [] : ['', 'Right programs may answer differently each time here: some flips may be chance.']),
    '',
    ...directions.flatMap(({ from, to, programs, learners, examples }) => [
      `- **${from} → ${to}**: ${plural(programs, 'program')} of ${plural(learners, 'learner')}; first differs: ${[...new Set(examples.map(({ first }) => first.what))].join(', ')}`,
    ]),
  ];
}

const named = (ids: string[]) => ids.map((id) => `\`${id}\``).join(', ');
const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
