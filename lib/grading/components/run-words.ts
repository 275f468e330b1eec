import type { LearnerError } from '../schema';
import type { LineMark } from './editor-mark';
import type { RunAnswer, WaitingFor } from './run-anywhere';
import type { Refusal } from './submission-client';

/** Why a limit ended a program. */
export const LIMITS = {
  time: 'It was stopped because it was still working when its time ran out.',
  memory: 'It was stopped because it asked for more memory than it may use.',
  output: 'It was stopped because it printed far too much.',
  processes: 'It was stopped because it tried to start another program.',
} as const;

/** What Python in this browser is waited for. */
export const WAITING: Record<WaitingFor | 'app', string> = {
  input: 'Python is loading in your browser, so that the program can ask you.',
  server: 'The server cannot run it now. Python is loading in your browser and will.',
  app: 'Python is loading in your browser, to open the app.',
};

/**
 * Why this browser does not run a program, and what follows from it.
 * @param cause a sentence; null while the browser may run programs
 * @param refusal how the server refused it; null when it ran it
 */
export function notHereInWords({ cause, refusal }: { cause: string | null; refusal: Refusal['kind'] | null }): string | null {
  if (cause === null) return null;
  return refusal === 'broken' || refusal === 'unreachable' ? `Your browser does not run it either. ${cause}` : `${cause} Programs run on the server.`;
}

/** How a run ended, for who does not see it: what it printed is read from the page. */
export function endInWords({ outcome, error, limit }: Pick<RunAnswer, 'outcome' | 'error' | 'limit'>): string {
  if (outcome === 'stopped') return 'You stopped the program.';
  if (limit) return LIMITS[limit].replace('It', 'The program');
  if (!error) return 'The program has run.';
  return `The program stopped with an error${error.line === null ? '' : ` in line ${error.line}`}: ${error.type}.`;
}

/** Who ran it, and how long that took, in the unit that reads best. */
export function placeInWords({ place, ms }: Pick<RunAnswer, 'place' | 'ms'>): string {
  const took = ms < 1 ? 'under 1 ms' : ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
  return `${place === 'browser' ? 'ran in your browser' : 'ran on the server'} · ${took}`;
}

const MEGABYTE = 1024 * 1024;
/** How far loading is, such as `3.2 of 6.1 MB`; nothing while nobody knows. */
export function bytesInWords({ loaded, total }: { loaded: number; total: number }): string {
  const megabytes = (bytes: number) => (bytes / MEGABYTE).toFixed(1);
  if (total > 0) return `${megabytes(Math.min(loaded, total))} of ${megabytes(total)} MB`;
  return loaded > 0 ? `${megabytes(loaded)} MB` : '';
}

/** Where the editor marks an error; null when it is in no line of the learner's. */
export function markOf(error: LearnerError | null | undefined): LineMark | null {
  if (!error || error.line === null) return null;
  return { line: error.line, says: error.plain || [error.type, error.message].filter(Boolean).join(': ') };
}
