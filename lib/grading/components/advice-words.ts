import type { Advice } from '@/lib/browser-python/schema';

/** What the visible checks say, in a sentence that nobody takes for a verdict. */
export function adviceInWords(checks: Pick<Advice['checks'][number], 'status'>[]): string {
  const passed = checks.filter(({ status }) => status === 'passed').length;
  const { length } = checks;
  if (length === 1) return passed === 1 ? 'The visible check passes here.' : 'The visible check does not pass here yet.';
  if (passed === length) return length === 2 ? 'Both visible checks pass here.' : `All ${length} visible checks pass here.`;
  return `${passed === 0 ? 'None of the' : `${passed} of`} ${length} visible checks ${passed === 1 ? 'passes' : 'pass'} here.`;
}

/** What remains to be done, and what only the grader knows. */
export function recordInWords(hidden: number): string {
  if (hidden === 0) return 'Submit for the record.';
  return `Submit for the record: ${hidden === 1 ? 'one more check runs' : `${hidden} more checks run`} only there.`;
}
