import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { countsFromLastLine, playwrightCounts, vitestCounts } from './counts';

const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
afterEach(() => quiet.mockClear());

function reportOf(content: unknown): string {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'counts-')), 'report.json');
  fs.writeFileSync(file, JSON.stringify(content));
  return file;
}

it('reads counts from vitest and Playwright reports', () => {
  const vitest = reportOf({ numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 });
  expect(vitestCounts({ report: vitest, code: 0, output: '' })).toEqual({ passed: 5, failed: 0, skipped: 2 });
  const playwright = reportOf({ stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 0 } });
  expect(playwrightCounts({ report: playwright, code: 1, output: '' })).toEqual({ passed: 7, failed: 2, skipped: 0 });
});

it('never calls a suite green that broke off, or failed without failing a test', () => {
  expect(vitestCounts({ report: '/nowhere', code: 0, output: '' }).failed).toBe(1);
  const allPassed = reportOf({ numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 });
  expect(vitestCounts({ report: allPassed, code: 1, output: 'global teardown failed' })).toEqual({ passed: 5, failed: 1, skipped: 0 });
});

it("reads the last line of our own scripts", () => {
  expect(countsFromLastLine({ code: 0, output: 'x\n12 passed, 0 failed\n' })).toEqual({ passed: 12, failed: 0, skipped: 0 });
  expect(countsFromLastLine({ code: 0, output: 'nothing counted' }).failed).toBe(1);
});
