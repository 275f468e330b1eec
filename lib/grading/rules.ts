import type { CheckResult, GradingResult, SandboxResult } from './schema';

/** graded tries with different code after which the model solution may be asked for */
export const TRIES_BEFORE_SOLUTION = 3;

/** As much of an exercise as judging a result needs. Hints are markdown. */
export type ResultParts = {
  checkNames: string[];
  hints: { id: string; text: string }[];
  /** name of a check → id of its hint */
  checkHints: Record<string, string | undefined>;
  /** name of a check → what it counts, 0 for a guard; a check that is not named counts 1 */
  checkPoints: Record<string, number>;
  mistakes: { id: string; check?: string; pattern?: string; hint?: string }[];
  /** address of the lesson, `/courses/<course>/<lesson>` */
  lessonPath: string;
};

/** Share of the points that are earned, 0 to 1. Without checks of different weight that is the share of checks that pass. */
export function scoreOf({ verdict, checks }: Pick<GradingResult, 'verdict' | 'checks'>): number {
  if (verdict === 'passed') return 1;
  const pointsOf = (some: typeof checks) => some.reduce((sum, { points }) => sum + points, 0);
  return pointsOf(checks) === 0 ? 0 : pointsOf(checks.filter(({ status }) => status === 'passed')) / pointsOf(checks);
}

/**
 * Whether a result may be given again to the same code. Not a fault of ours, and nothing that ran into a limit: how far a
 * program gets in its time also depends on what else the machine is doing.
 */
export function canReuse({ verdict, limit }: Pick<GradingResult, 'verdict' | 'limit'>): boolean {
  return limit === null && (verdict === 'passed' || verdict === 'failed' || verdict === 'did-not-run');
}

/** Whether two results say the same: the verdict, and which checks pass. */
export function sameOutcome(one: Pick<GradingResult, 'verdict' | 'checks'>, other: Pick<GradingResult, 'verdict' | 'checks'>): boolean {
  const said = ({ verdict, checks }: typeof one) => JSON.stringify([verdict, ...checks.map(({ name, status }) => [name, status])]);
  return said(one) === said(other);
}

/** Judges what the sandbox says: verdict, a sentence in plain words, the hint beside each failed check, the known mistake. */
export function toResult(sandbox: SandboxResult, parts: ResultParts): GradingResult {
  const verdict = verdictOf(sandbox);
  const mistake = recognizeMistake({ ...sandbox, verdict }, parts.mistakes);
  const firstFailed = sandbox.checks.find((check) => check.status === 'failed');
  const hintText = (id: string | undefined) => parts.hints.find((hint) => hint.id === id)?.text ?? null;
  const hintOf = (check: CheckResult) => {
    if (check.status !== 'failed') return null;
    const own = check === firstFailed && mistake?.hint ? mistake.hint : parts.checkHints[check.name];
    return hintText(own);
  };
  const { stdout, stderr, outputTruncated, error, limit, seed, imageHash, engine, usage, phases } = sandbox;
  return {
    verdict,
    summary: summaryOf({ verdict, sandbox }),
    checks: sandbox.checks.length > 0 ? sandbox.checks.map((check) => ({ ...check, points: pointsOf(check.name, parts), hint: hintOf(check) })) : notRun(parts),
    hint: firstFailed ? null : hintText(mistake?.hint),
    stdout, stderr, outputTruncated, error, limit,
    mistake: mistake && { id: mistake.id, href: `${parts.lessonPath}#mistake-${mistake.id}` },
    seed, imageHash, engine, usage, phases,
  };
}

const pointsOf = (name: string, { checkPoints }: Pick<ResultParts, 'checkPoints'>) => checkPoints[name] ?? 1;

const notRun = ({ checkNames, checkPoints }: Pick<ResultParts, 'checkNames' | 'checkPoints'>): GradingResult['checks'] =>
  checkNames.map((name) => ({
    name, status: 'not-run', points: pointsOf(name, { checkPoints }), message: '', expected: null, actual: null, output: '', error: null, hint: null,
  }));

function verdictOf({ outcome, checks }: SandboxResult): GradingResult['verdict'] {
  if (outcome !== 'ran') return outcome;
  // A run that checked nothing proves nothing.
  if (checks.length === 0) return 'grader-fault';
  return checks.every((check) => check.status === 'passed') ? 'passed' : 'failed';
}

/** Whether Python could not even read the program. A hint about the task would then be about something else than the mistake at hand. */
export function isUnreadable({ verdict, error }: Pick<GradingResult, 'verdict' | 'error'>): boolean {
  return verdict === 'did-not-run' && error !== null && ['SyntaxError', 'IndentationError', 'TabError'].includes(error.type);
}

/** As much of a result as tells a mistake: of the checks, those that failed. */
export type Failure = Pick<GradingResult, 'verdict' | 'error'> & { checks: Pick<CheckResult, 'name' | 'status' | 'message' | 'error'>[] };

/**
 * The first known mistake whose check is the first that failed (or, without a check, when nothing ran) and whose pattern is
 * found; null when there is none, when nothing is wrong, and when Python could not read the program.
 */
export function recognizeMistake<Mistake extends ResultParts['mistakes'][number]>(failure: Failure, mistakes: Mistake[]): Mistake | null {
  const { verdict } = failure;
  if (verdict === 'passed' || verdict === 'grader-fault' || isUnreadable(failure)) return null;
  const failed = failure.checks.find((check) => check.status === 'failed');
  const error = verdict === 'did-not-run' ? failure.error : failed?.error;
  const text = [error && `${error.type}: ${error.message}`, verdict !== 'did-not-run' && failed?.message].filter(Boolean).join('\n');
  return (
    mistakes.find((mistake) => {
      const fits = mistake.check ? mistake.check === failed?.name : !failed && verdict !== 'failed';
      return fits && (!mistake.pattern || new RegExp(mistake.pattern).test(text));
    }) ?? null
  );
}

const LIMIT_WORDS = {
  time: 'Your program was stopped because it was still working when its time ran out. Look for a loop that never ends.',
  memory: 'Your program was stopped because it asked for more memory than it may use. Look for something that grows without end.',
  output: 'Your program was stopped because it printed far more than anyone can read. Look for a print inside an endless loop.',
  processes: 'Your program was stopped because it tried to start another program, which is not possible here.',
} as const;

function summaryOf({ verdict, sandbox }: { verdict: GradingResult['verdict']; sandbox: SandboxResult }): string {
  const { checks, error, limit } = sandbox;
  const count = checks.length;
  if (verdict === 'grader-fault') return 'Our grader failed, not your program. This does not count as an attempt.';
  if (verdict === 'over-limit') return LIMIT_WORDS[limit ?? 'time'];
  if (verdict === 'did-not-run') return `Your program did not run. ${error?.plain || 'Python stopped before it could start.'}`;
  if (verdict === 'passed') return count === 1 ? 'The check passes.' : `All ${count} checks pass.`;
  const passed = checks.filter((check) => check.status === 'passed').length;
  const first = checks.find((check) => check.status === 'failed');
  const head = count === 1 ? 'The check does not pass yet.' : `${passed} of ${count} checks pass.`;
  return [head, first && firstSentence(first.message)].filter(Boolean).join(' ');
}

/** Up to the first full stop that ends a sentence, or the first line: a message may go on to list details. */
function firstSentence(message: string): string {
  const line = message.trim().split('\n')[0] ?? '';
  const sentence = /^.*?[.!?](?=\s|$)/.exec(line)?.[0] ?? line;
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** Lines of `code`, counted from 1, that still hold a blank `___` outside comments. */
export function unfilledBlanks(code: string): number[] {
  return code.split('\n').flatMap((line, index) => (BLANK.test(withoutComment(line)) ? [index + 1] : []));
}

/** Exactly three underscores that are not part of a longer name. */
const BLANK = /\b___\b/;

/** The line up to a `#` that is not inside quotes. Strings over several lines are rare in exercises and count as code. */
export function withoutComment(line: string): string {
  let quote: string | null = null;
  for (let index = 0; index < line.length; index += 1) {
    const character = line[index] as string;
    if (quote && character === '\\') index += 1;
    else if (quote) quote = character === quote ? null : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '#') return line.slice(0, index);
  }
  return line;
}

/** The result of a fault of ours in which nothing ran. */
export function resultOfFault(seed: number): GradingResult {
  const nothing = { checks: [], stdout: '', stderr: '', outputTruncated: false, error: null, limit: null, fault: null, seed, imageHash: '', engine: '', usage: null, phases: {} };
  return toResult({ outcome: 'grader-fault', ...nothing }, { checkNames: [], hints: [], checkHints: {}, checkPoints: {}, mistakes: [], lessonPath: '' });
}

/** The result of a fill-in that still has blanks: nothing ran, and the lines say where to go on. */
export function resultOfBlanks({ lines, seed, ...parts }: { lines: number[]; seed: number } & Pick<ResultParts, 'checkNames' | 'checkPoints'>): GradingResult {
  const where = lines.length === 1 ? `line ${lines[0]}` : `lines ${lines.slice(0, -1).join(', ')} and ${lines.at(-1)}`;
  const plain = `There is still a blank to fill in on ${where}: replace each \`___\` with your answer.`;
  return {
    verdict: 'did-not-run',
    summary: plain,
    checks: notRun(parts),
    hint: null,
    stdout: '', stderr: '', outputTruncated: false, limit: null, mistake: null,
    error: { type: 'Blank', message: plain, line: lines[0] ?? null, frames: [], plain, tryThis: '' },
    seed, imageHash: '', engine: '', usage: null, phases: {},
  };
}

/** How many submissions were real attempts: graded by rights, each with code of its own, none the starter or unfinished blanks. */
export function countRealAttempts({ graded, starter, isFillIn }: { graded: { code: string; verdict: GradingResult['verdict'] | null }[]; starter: string; isFillIn: boolean }): number {
  const same = (code: string) => code.replace(/\s+$/gm, '');
  const real = graded.filter(({ code, verdict }) => verdict && verdict !== 'grader-fault' && !(isFillIn && unfilledBlanks(code).length > 0));
  const codes = new Set(real.map(({ code }) => same(code)));
  codes.delete(same(starter));
  return codes.size;
}
