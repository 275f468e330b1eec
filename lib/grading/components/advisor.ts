import type { Advice, Python } from '@/lib/browser-python/schema';
import type { VisibleChecks } from '@/lib/content/schema';
import { unfilledBlanks } from '../rules';
import type { AdviceReport } from '../schema';
import { getVisibleChecks, postAdvice } from './advice-client';

/** What the visible checks said of a program in this browser. It is no verdict. */
export type GivenAdvice = { code: string; seed: number; visible: VisibleChecks; advice: Advice };

export type Advisor = {
  /** Runs the visible checks on a program that has just run. @returns null when there is nothing to say, or another program came */
  advise: (code: string) => Promise<GivenAdvice | null>;
  /** Tells the server what was said here of a submission that is graded by now, for it to compare. Never fails. */
  report: (submission: { id: string; code: string }) => Promise<void>;
};

type Setup = { exerciseId: string; hasBlanks: boolean; python: Python };

/** Longest messages and errors that a report may hold, as in `adviceReport`. */
const MAX_MESSAGE = 500;
const MAX_SEED = 2 ** 31;

/** Gives advice on one exercise. The checks are fetched when first needed. */
export function openAdvisor({ exerciseId, hasBlanks, python }: Setup): Advisor {
  let checks: Promise<VisibleChecks | null> | null = null;
  let last: { code: string; given: Promise<GivenAdvice | null> } | null = null;
  const reported = new Set<string>();

  function fetchChecks(): Promise<VisibleChecks | null> {
    if (globalThis.navigator?.onLine === false) return checks ?? Promise.resolve(null);
    checks ??= getVisibleChecks(exerciseId);
    checks.catch(() => (checks = null)); // offline, say: asked again at the next run
    return checks;
  }

  async function give(code: string): Promise<GivenAdvice | null> {
    const [visible, ready] = await Promise.all([fetchChecks(), python.boot()]);
    if (!visible || !ready || last?.code !== code) return null;
    const seed = Math.floor(Math.random() * MAX_SEED);
    const advice = await python.advise({ code, checks: visible.checks, seed });
    return { code, seed, visible, advice };
  }

  return {
    advise: async (code) => {
      if (hasBlanks && unfilledBlanks(code).length > 0) return null;
      const mine = (last = { code, given: Promise.resolve<GivenAdvice | null>(null) });
      mine.given = give(code).catch(() => null); // stopped, say: advice that does not come is missed by nobody
      const given = await mine.given;
      return last === mine && given && isWorthSaying(given.advice) ? given : null;
    },
    report: async ({ id, code }) => {
      if (last?.code !== code || reported.has(id)) return;
      reported.add(id);
      const given = await last.given;
      if (given) await postAdvice({ submissionId: id, report: reportOf(given, python.versions() ?? {}) }).catch(() => {});
    },
  };
}

/** A program that does not run, and checks that do not, say nothing of how far the work is; the run has told the error. */
const isWorthSaying = ({ outcome, checks }: Advice): boolean => (outcome === 'ran' || outcome === 'over-limit') && checks.some(({ status }) => status !== 'not-run');

function reportOf({ seed, visible, advice: { outcome, error, checks } }: GivenAdvice, versions: Record<string, string>): AdviceReport {
  const cut = (text: string) => text.replaceAll('\0', '').slice(0, MAX_MESSAGE);
  return {
    contentHash: visible.contentHash,
    seed,
    outcome,
    error: error ? cut(`${error.type}: ${error.message}`) : '',
    checks: checks.map(({ name, status, message }) => ({ name, status, message: cut(message) })),
    versions,
  };
}
