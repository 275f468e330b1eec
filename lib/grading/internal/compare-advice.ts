import type { AdviceDifference, AdviceReport, GradingResult } from '../schema';

/** of each message that is kept: enough to see what differs */
const MAX_MESSAGE = 500;

/**
 * What the browser and the grader say of the visible checks.
 * @param visible names of the checks that the browser may have run
 * @returns null when there is nothing to compare: one of them ran into a limit, which depends on the machine, or the grader failed
 */
export function compareAdvice({ advice, result, visible }: { advice: AdviceReport; result: GradingResult; visible: string[] }): { compared: number; differences: AdviceDifference[] } | null {
  const { verdict, limit, error } = result;
  if (verdict === 'grader-fault' || verdict === 'over-limit' || limit !== null || advice.outcome === 'over-limit' || error?.type === 'Blank') return null;
  const whyNot = verdict === 'did-not-run' && error ? `${error.type}: ${error.message}` : '';
  const pairs = visible.flatMap((name) => {
    const grader = result.checks.find((check) => check.name === name);
    const browser = advice.checks.find((check) => check.name === name) ?? (advice.outcome === 'checks-failed-to-run' ? { status: 'not-run' as const, message: 'The checks themselves stopped.' } : null);
    return grader && browser ? [{ check: name, browser: { status: browser.status, message: cut(browser.message || advice.error) }, grader: { status: grader.status, message: cut(grader.message || whyNot) } }] : [];
  });
  if (pairs.length === 0) return null;
  return { compared: pairs.length, differences: pairs.filter(({ browser, grader }) => browser.status !== grader.status) };
}

const cut = (text: string) => text.slice(0, MAX_MESSAGE);
