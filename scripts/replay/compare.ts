import { createTwoFilesPatch } from 'diff';
import type { CheckResult, GradingResult, LearnerError } from '../../lib/grading/schema';

/** One thing that two results say differently. */
export type Difference = { what: string; before: string; after: string };

type Text = string | null | undefined;

/**
 * What two results of the same program say differently: verdict, checks with their messages, errors, output. Not what
 * differs between any two runs (times, memory, addresses of objects), nor hints and explanations, which are worded anew without a new verdict.
 */
export function compareResults(before: GradingResult, after: GradingResult): Difference[] {
  const differences: Difference[] = [];
  const compare = (what: string, one: Text, other: Text) => {
    const [was, is] = [steady(one), steady(other)];
    if (was !== is) differences.push({ what, before: was, after: is });
  };
  compare('verdict', before.verdict, after.verdict);
  compare('limit', before.limit, after.limit);
  compare('error', textOf(before.error), textOf(after.error));
  for (const name of new Set([...before.checks, ...after.checks].map((check) => check.name))) {
    const [one, other] = [before, after].map(({ checks }) => checks.find((check) => check.name === name));
    compareChecks({ name, one, other, compare });
  }
  compare('standard output', before.stdout, after.stdout);
  compare('error output', before.stderr, after.stderr);
  compare('output cut', String(before.outputTruncated), String(after.outputTruncated));
  return differences;
}

type Checks = { name: string; one: CheckResult | undefined; other: CheckResult | undefined; compare: (what: string, one: Text, other: Text) => void };

function compareChecks({ name, one, other, compare }: Checks): void {
  compare(`check "${name}"`, one?.status ?? 'no such check', other?.status ?? 'no such check');
  if (!one || !other) return;
  for (const part of ['message', 'expected', 'actual', 'output'] as const) compare(`check "${name}", ${part}`, one[part], other[part]);
  compare(`check "${name}", error`, textOf(one.error), textOf(other.error));
}

const textOf = (error: LearnerError | null): string | null => error && `${error.type}: ${error.message}${error.line === null ? '' : ` (line ${error.line})`}`;

/** Without the addresses of objects, which are others in every run. */
const steady = (text: Text): string => (text ?? '').replace(/\b0x[0-9a-f]{6,16}\b/gi, '0x…');

/** Differences for reading: one line where that will do, else a diff. */
export function formatDifference({ what, before, after }: Difference): string {
  if (!before.includes('\n') && !after.includes('\n')) return `${what}: ${before || '(nothing)'} → ${after || '(nothing)'}`;
  return createTwoFilesPatch(`${what}, stored`, `${what}, now`, ended(before), ended(after)).replace(/^=+\n/, '').trimEnd();
}

const ended = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);
