import { isIPv4, isIPv6 } from 'node:net';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { tooMany } from './errors';

const LIMITS = {
  /** a learner's submissions: generous for people, short for programs */
  submission: { points: 30, duration: 60 },
  run: { points: 30, duration: 60 },
  advice: { points: 30, duration: 60 },
  quizAttempt: { points: 20, duration: 60 },
  report: { points: 20, duration: 600 },
  /** guests by network address: making a new guest must not begin a new count, and a school sits behind one router */
  submissionFromAddress: { points: 300, duration: 60 },
  runFromAddress: { points: 300, duration: 60 },
  quizAttemptFromAddress: { points: 300, duration: 60 },
  reportFromAddress: { points: 100, duration: 600 },
  /** by e-mail and network address together, so that a stranger elsewhere cannot lock somebody out; each try costs about 50 ms of argon2 */
  password: { points: 10, duration: 60 },
  /** by e-mail alone: guessers at many places */
  passwordForEmail: { points: 60, duration: 60 },
  /** by network address: a class signs in at once from behind one router */
  passwordFromAddress: { points: 100, duration: 60 },
  email: { points: 5, duration: 600 },
  emailFromAddress: { points: 60, duration: 600 },
  join: { points: 20, duration: 600 },
  visit: { points: 120, duration: 60 },
  newGuest: { points: 60, duration: 60 },
} as const;

export type Limit = keyof typeof LIMITS;
const shared = globalThis as typeof globalThis & { coursewrightLimits?: Map<Limit, RateLimiterMemory> };

function limiter(limit: Limit): RateLimiterMemory {
  shared.coursewrightLimits ??= new Map();
  const found = shared.coursewrightLimits.get(limit);
  if (found) return found;
  const made = new RateLimiterMemory(LIMITS[limit]);
  shared.coursewrightLimits.set(limit, made);
  return made;
}

/**
 * Counts one use of `limit` by `key` (a learner's id or an address).
 * @throws AppError 429 with the seconds to wait
 */
export async function countAgainst(limit: Limit, key: string): Promise<void> {
  try {
    await limiter(limit).consume(key);
  } catch (refusal) {
    // By shape, not by class: the limiters are shared by copies of this module that a bundler makes.
    if (isRefusal(refusal)) throw tooMany(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
    throw refusal;
  }
}

/** Takes back one use that turned out to be none. */
export async function takeBack(limit: Limit, key: string): Promise<void> {
  await limiter(limit).reward(key);
}

/**
 * What to count a network address as: an IPv4 address as itself, an IPv6 address as its /64, since every customer has
 * a whole one to choose from. `unknown` for whatever is no address.
 */
export function networkOf(address: string): string {
  const bare = address.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(bare)) return bare;
  if (!isIPv6(bare)) return 'unknown';
  // the URL parser writes every IPv6 address in the same way
  const [head = '', tail] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split('::');
  const [before, after] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean)) as [string[], string[]];
  const groups = [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
  return `${groups.slice(0, 4).join(':')}::/64`;
}

const isRefusal = (thrown: unknown): thrown is RateLimiterRes => typeof thrown === 'object' && thrown !== null && 'msBeforeNext' in thrown;
