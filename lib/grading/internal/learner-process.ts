import type { LearnerError } from '../schema';
import { type CheckerMessage, type Finished, type JobStart, type LearnerCommand, learnerMessage, type LearnerMessage } from './contract';
import { ContainerFault, type SandboxContainer } from './sandbox-container';

/** How much longer than the program may take we wait for the container to enforce it. */
const PATIENCE_SECONDS = 2;

export type Limit = 'time' | 'memory' | 'output' | 'processes';
/** Why a program will not answer any more. */
export type Ended = { limit: Limit | null; error: LearnerError | null; fault: string | null };
export type Answer = { kind: 'answer'; message: LearnerMessage } | { kind: 'ended'; ended: Ended };

type Lost = Extract<CheckerMessage, { type: 'lost' }>;

const ENDED_ITSELF = 'Your program ended the whole process (os._exit or a crash), so there is nothing left to check.';
const BROKE_THE_RULES = 'Your program interfered with the way it is asked questions, so it was stopped.';
const SIGKILL = 9;
/** the share of its memory from which on a kill may have been the kernel's, out of memory */
const NEAR = 0.75;
/** as in sandbox/runner/child.py */
const OUT_OF_MEMORY = 98;

/**
 * The program was killed, and not by its zygote: by the kernel for want of memory, or by somebody on the host. Once
 * proves nothing. Only when it happens in every container, near the limit of memory, is the program to blame.
 */
export class KilledFromOutside extends ContainerFault {
  readonly nearMemoryLimit: boolean;

  constructor({ rss_kb, memory_mb }: Finished & JobStart) {
    super(`the program was killed from outside, at ${Math.round(rss_kb / 1024)} MB`);
    this.nearMemoryLimit = rss_kb >= NEAR * memory_mb * 1024;
  }
}

/**
 * Puts one question to the learner's process and gives its answer. Whatever comes is checked before it is believed.
 * @throws KilledFromOutside, ContainerFault
 */
export async function askLearner(container: SandboxContainer, command: LearnerCommand): Promise<Answer> {
  container.send(command);
  const reply = await container.nextReply(patience(container));
  if (reply.kind === 'finished') return { kind: 'ended', ended: requireOwnEnd(container, reply.report) };
  const parsed = parse(reply.message);
  if (!parsed?.success || !answers(command, parsed.data)) return { kind: 'ended', ended: brokeTheRules(container) };
  if (parsed.data.type === 'stopped') return { kind: 'ended', ended: { limit: parsed.data.limit, error: parsed.data.error, fault: null } };
  return { kind: 'answer', message: parsed.data };
}

/**
 * Why the process will not answer, as the checks noticed that spoke with it themselves.
 * @throws KilledFromOutside, ContainerFault
 */
export async function explainLoss(container: SandboxContainer, { how, error }: Lost): Promise<Ended> {
  if (how === 'protocol') return brokeTheRules(container);
  if (how === 'stopped') return { limit: 'time', error, fault: null };
  if (how === 'output') {
    if (!container.facts?.namespaces) container.worn = true;
    return { limit: 'output', error: null, fault: null };
  }
  const reply = await container.nextReply(patience(container));
  return reply.kind === 'finished' ? requireOwnEnd(container, reply.report) : brokeTheRules(container);
}

const patience = ({ jobLimits }: SandboxContainer): number => (jobLimits.wall_seconds + PATIENCE_SECONDS) * 1000;

/** @throws KilledFromOutside */
function requireOwnEnd(container: SandboxContainer, report: Finished): Ended {
  const ended = explainEnd(report);
  if (ended) return ended;
  container.worn = true;
  throw new KilledFromOutside({ ...report, ...container.jobLimits });
}

/** Null when the message is built to overflow the parser's own stack. */
function parse(message: unknown): ReturnType<typeof learnerMessage.safeParse> | null {
  try {
    return learnerMessage.safeParse(message);
  } catch {
    return null;
  }
}

const ANSWERS: Record<LearnerCommand['type'], LearnerMessage['type']> = {
  load: 'loaded', request: 'response', call: 'value', run: 'value', config: 'value', 'sign-session': 'value', routes: 'routes',
};

function answers(command: LearnerCommand, message: LearnerMessage): boolean {
  if (message.type === 'stopped') return true;
  if (message.type !== ANSWERS[command.type]) return false;
  return message.type === 'loaded' || command.type === 'load' || message.id === command.id;
}

function brokeTheRules(container: SandboxContainer): Ended {
  container.worn = true;
  return { limit: null, error: programError('ProtocolError', BROKE_THE_RULES), fault: null };
}

/** Why the process ended; null when it was killed from outside. */
export function explainEnd(report: Finished): Ended | null {
  if (!report.confined) return { limit: null, error: null, fault: 'the learner process could not be confined' };
  if (report.limit === 'time' || report.limit === 'output') return { limit: report.limit, error: null, fault: null };
  if (report.limit === 'protocol') return { limit: null, error: programError('ProtocolError', BROKE_THE_RULES), fault: null };
  if (report.signal === SIGKILL) return null;
  if (report.exit === OUT_OF_MEMORY) return { limit: 'memory', error: null, fault: null };
  return { limit: null, error: programError('ProgramEnded', ENDED_ITSELF), fault: null };
}

function programError(type: string, plain: string): LearnerError {
  return { type, message: plain, line: null, frames: [], plain, tryThis: '' };
}

/** The limit behind an error that Python itself raised, if any. */
export function limitBehind(error: LearnerError | null): Limit | null {
  if (error?.type === 'MemoryError') return 'memory';
  if (error?.type === 'RuntimeError' && error.message.startsWith("can't start new thread")) return 'processes';
  return null;
}
