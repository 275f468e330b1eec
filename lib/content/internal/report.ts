import { closest } from '../rules';
import type { Diagnostic } from '../schema';

/** Where something is: file as in `content/courses/…`, line and column from 1. */
export type Place = { file: string; line: number; column: number };

/** Collects everything an author has to mend, so that one run tells all of it. */
export class Report {
  readonly diagnostics: Diagnostic[] = [];

  error(place: Place, message: string, fix: string) {
    this.diagnostics.push({ severity: 'error', ...place, message, fix });
  }

  warning(place: Place, message: string, fix: string) {
    this.diagnostics.push({ severity: 'warning', ...place, message, fix });
  }

  /** Adds what another one collected. */
  take(other: Report) {
    this.diagnostics.push(...other.diagnostics);
  }

  /** In the order of files and lines, as an author walks through them. */
  sorted(): Diagnostic[] {
    return [...this.diagnostics].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
  }
}

export const startOf = (file: string): Place => ({ file, line: 1, column: 1 });

/** "did you mean `x`?" when something is near, else the whole list. */
export function didYouMean(word: string, candidates: string[]): string {
  const near = closest(word, candidates);
  if (near) return `did you mean "${near}"?`;
  return candidates.length ? `use one of: ${candidates.join(', ')}` : 'there is none yet: add it first';
}

/** One line an editor or terminal can jump to. */
export const formatDiagnostic = ({ file, line, column, severity, message, fix }: Diagnostic) => `${file}:${line}:${column} ${severity} ${message} — ${fix}`;

/** Thrown once, with everything that is wrong. */
export class ContentError extends Error {
  constructor(diagnostics: Diagnostic[]) {
    const errors = diagnostics.filter((d) => d.severity === 'error');
    super(`The course content has ${errors.length} ${errors.length === 1 ? 'error' : 'errors'} (npm run check:content lists them too):\n${errors.map((d) => `  ${formatDiagnostic(d)}`).join('\n')}`);
    this.name = 'ContentError';
  }
}
