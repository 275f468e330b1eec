import type { CheckResult, SandboxResult } from '../schema';
import { type CheckerMessage, checkerMessage, CONTRACT, type LearnerMessage } from './contract';
import { askLearner, type Ended, explainLoss, limitBehind } from './learner-process';
import { ContainerFault, type SandboxContainer } from './sandbox-container';

/** Two containers: the program runs in one, the checks in the other, and nothing but the messages of the contract passes between. */
export type ContainerPair = { learner: SandboxContainer; checker: SandboxContainer };
/** What a result says of the program and its checks. */
export type Findings = Omit<SandboxResult, 'seed' | 'imageHash' | 'engine' | 'phases' | 'usage'>;

/** checks.py is wrong; surely so, unless the machine may have been too busy for it. */
export class AuthorsFault extends Error {
  readonly sure: boolean;

  constructor(message: string, { sure = true }: { sure?: boolean } = {}) {
    super(message);
    this.sure = sure;
  }
}

async function nextOfChecker(checker: SandboxContainer): Promise<CheckerMessage> {
  const reply = await checker.nextReply(checker.jobLimits.wall_seconds * 1000);
  if (reply.kind === 'finished') {
    checker.worn = true;
    if (reply.report.limit === 'time') throw new AuthorsFault('the checks ran longer than they may', { sure: false });
    throw new ContainerFault(`the checker ended: ${JSON.stringify(reply.report)}`);
  }
  const message = checkerMessage.parse(reply.message);
  if (message.type === 'fault') throw new AuthorsFault([`checks.py${message.line ? `, line ${message.line}` : ''}: ${message.message}`, message.text].filter(Boolean).join('\n    '));
  return message;
}

/** What the checks are called, once checks.py is loaded. @throws AuthorsFault, ContainerFault */
export async function checkNames(checker: SandboxContainer): Promise<string[]> {
  const message = await nextOfChecker(checker);
  if (message.type !== 'names') throw new ContainerFault(`the checker began with ${message.type}`);
  return message.names;
}

/** The conversation between the checks and the program, once both are loaded. */
export class CheckRun {
  private readonly results = new Map<number, CheckResult>();
  private readonly printed: { stdout: string; stderr: string }[];
  private ended: Ended | null = null;
  private endTold = false;
  private output = '';

  constructor(
    private readonly pair: ContainerPair,
    private readonly names: string[],
    atLoad: { stdout: string; stderr: string },
  ) {
    this.printed = [atLoad];
  }

  async toTheEnd(): Promise<void> {
    const { checker, learner } = this.pair;
    const direct = learner.linked ? { output_bytes: Math.max(0, learner.jobLimits.output_kb * 1024 - learner.printedBytes) } : undefined;
    checker.send({ v: CONTRACT, type: 'begin', stdout: this.printed[0]?.stdout ?? '', direct });
    for (;;) {
      const message = await nextOfChecker(checker);
      if (message.type === 'done') return checker.awaitEnd();
      if (message.type === 'ask') checker.send(await this.answer(message.question));
      if (message.type === 'lost') checker.send(await this.lose(message));
      if (message.type === 'result') this.keep(message);
    }
  }

  private async lose(message: Extract<CheckerMessage, { type: 'lost' }>): Promise<{ v: 1; type: 'gone' }> {
    this.ended = await explainLoss(this.pair.learner, message);
    if (this.ended.fault) throw new ContainerFault(this.ended.fault);
    return { v: CONTRACT, type: 'gone' };
  }

  private async answer(question: Extract<CheckerMessage, { type: 'ask' }>['question']): Promise<(LearnerMessage & { stdout: string }) | { v: 1; type: 'gone' }> {
    if (this.ended) return { v: CONTRACT, type: 'gone' };
    const answer = await askLearner(this.pair.learner, question);
    const printed = this.keepPrinted(this.pair.learner);
    if (answer.kind === 'answer') return { ...answer.message, stdout: printed.stdout };
    if (answer.ended.fault) throw new ContainerFault(answer.ended.fault);
    this.ended = answer.ended;
    return { v: CONTRACT, type: 'gone' };
  }

  private keepPrinted(container: SandboxContainer): { stdout: string } {
    const printed = container.takePrinted();
    this.printed.push(printed);
    this.output += printed.both;
    return printed;
  }

  private keep({ check, name, status, message, expected, actual, error }: Extract<CheckerMessage, { type: 'result' }>): void {
    this.keepPrinted(this.pair.checker); // where the checks speak with the program themselves
    // The check during which the program ended says why.
    const why = status === 'failed' && !this.endTold ? this.ended : null;
    if (why) this.endTold = true;
    const limit = limitBehind(error);
    if (limit && !this.ended) {
      this.ended = { limit, error, fault: null };
      this.endTold = true;
    }
    this.results.set(check, { name, status, message: why?.error?.plain ?? message, expected, actual, output: this.output, error: error ?? why?.error ?? null });
    this.output = '';
  }

  findings(): Findings {
    const checks = this.names.map((name, index) => this.results.get(index) ?? notRun(name));
    // Why the program did not run is told only when it did not; here the failed check carries the error.
    return { ...findings({ checks, printed: this.printed, ended: this.ended }), outcome: this.ended?.limit ? 'over-limit' : 'ran', error: this.ended?.limit ? this.ended.error : null };
  }
}

export function findings({ checks, printed, ended }: { checks: CheckResult[]; printed: { stdout: string; stderr: string }[]; ended: Ended | null }): Findings {
  return {
    outcome: 'ran',
    checks,
    stdout: printed.map((part) => part.stdout).join(''),
    stderr: printed.map((part) => part.stderr).join(''),
    outputTruncated: ended?.limit === 'output',
    error: ended?.error ?? null,
    limit: ended?.limit ?? null,
    fault: null,
  };
}

export function notRun(name: string): CheckResult {
  return { name, status: 'not-run', message: '', expected: null, actual: null, output: '', error: null };
}
