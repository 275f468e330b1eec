import fs from 'node:fs';

export type Counts = { passed: number; failed: number; skipped: number };

type Finished = { code: number; output: string };

/** Counts from vitest's JSON report. A run that broke off before its report counts as one failure. */
export function vitestCounts({ report, code, output }: Finished & { report: string }): Counts {
  const read = readReport(report) as { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number } | null;
  const counts = read && { passed: read.numPassedTests, failed: read.numFailedTests, skipped: read.numPendingTests + read.numTodoTests };
  return settle({ counts, code, output });
}

/** Counts from Playwright's JSON report. A test that passed only on a second try counts as failed: flaky is not green. */
export function playwrightCounts({ report, code, output }: Finished & { report: string }): Counts {
  const read = readReport(report) as { stats: { expected: number; unexpected: number; flaky: number; skipped: number } } | null;
  const counts = read && { passed: read.stats.expected, failed: read.stats.unexpected + read.stats.flaky, skipped: read.stats.skipped };
  return settle({ counts, code, output });
}

/** Counts from a script's last line, `N passed, N failed` with or without `, N skipped`. */
export function countsFromLastLine({ code, output }: Finished): Counts {
  const match = output.trim().split('\n').at(-1)?.match(/(\d+) passed, (\d+) failed(?:, (\d+) skipped)?/);
  const counts = match && { passed: Number(match[1]), failed: Number(match[2]), skipped: Number(match[3] ?? 0) };
  return settle({ counts: counts ?? null, code, output });
}

function settle({ counts, code, output }: Finished & { counts: Counts | null }): Counts {
  const known = counts ?? { passed: 0, failed: 0, skipped: 0 };
  if (code === 0 && counts && known.failed === 0) return known;
  console.error(output.trim().split('\n').slice(-150).join('\n'));
  return { ...known, failed: Math.max(1, known.failed) };
}

function readReport(file: string): unknown {
  if (!fs.existsSync(file)) return null;
  const report: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
  fs.rmSync(file);
  return report;
}
