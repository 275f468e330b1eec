import type { Told } from './browser';
import { type Change, finishedTwice } from './history';

/** A stored submission at the end, as the database has it. */
export type Row = { id: string; learnerId: string; exerciseId: string; idempotencyKey: string; code: string; verdict: string | null; why: string };
export type Attempts = { learnerId: string; activityId: string; attempts: number };
export type Tally = { submitted: number; graded: number; lost: number; double_counted: number; charged_for_our_fault: number };

type Facts = { told: Told[]; rows: Row[]; attempts: Attempts[]; history: Change[] };

/**
 * Counts what became of the intents.
 * - lost: without a row, without a verdict, or whose browser was never told it
 * - double_counted: a second row, a second verdict, a second id, or an attempt too many
 * - charged_for_our_fault: another verdict than the program deserves, be it "our fault" that was left standing
 * @returns the counts, and a line on each that is not as it should be
 */
export function tally({ told, rows, attempts, history }: Facts): { counts: Tally; notes: string[] } {
  const notes: string[] = [];
  const note = (wrong: boolean, text: string) => {
    if (wrong) notes.push(text);
    return wrong ? 1 : 0;
  };
  const byCode = new Map<string, Row[]>();
  for (const row of rows) byCode.set(row.code, [...(byCode.get(row.code) ?? []), row]);
  const counts: Tally = { submitted: told.length, graded: 0, lost: 0, double_counted: finishedTwice(history), charged_for_our_fault: 0 };
  for (const { intent, submissionIds, verdict, refused } of told) {
    const [row, ...more] = byCode.get(intent.code) ?? [];
    const name = `${row?.id ?? intent.idempotencyKey} (${intent.program})`;
    counts.lost += note(!row?.verdict || verdict === null, `${name}: stored ${row ? 'yes' : 'no'}, verdict ${row?.verdict}, told ${verdict ?? refused}`);
    counts.double_counted += note(more.length > 0 || submissionIds.size > 1, `${name}: ${more.length + 1} rows, ${submissionIds.size} ids`);
    if (!row?.verdict) continue;
    if (row.verdict !== 'grader-fault') counts.graded += 1;
    counts.charged_for_our_fault += note(row.verdict !== intent.expected || (verdict !== null && verdict !== row.verdict), `${name}: ${row.verdict}, told ${verdict}, deserved ${intent.expected}; ${row.why}`);
  }
  counts.double_counted += notStored({ told, rows }) + tooManyAttempts({ rows, attempts, note });
  return { counts, notes };
}

function notStored({ told, rows }: Pick<Facts, 'told' | 'rows'>): number {
  const codes = new Set(told.map(({ intent }) => intent.code));
  return rows.filter(({ code }) => !codes.has(code)).length;
}

function tooManyAttempts({ rows, attempts, note }: Pick<Facts, 'rows' | 'attempts'> & { note: (wrong: boolean, text: string) => number }): number {
  const graded = new Map<string, number>();
  for (const { learnerId, exerciseId, verdict } of rows) {
    const place = `${learnerId} ${exerciseId}`;
    if (verdict !== null && verdict !== 'grader-fault') graded.set(place, (graded.get(place) ?? 0) + 1);
  }
  const counted = new Map(attempts.map(({ learnerId, activityId, attempts: count }) => [`${learnerId} ${activityId}`, count]));
  return [...new Set([...graded.keys(), ...counted.keys()])].reduce((sum, place) => {
    const [is, should] = [counted.get(place) ?? 0, graded.get(place) ?? 0];
    return sum + note(is !== should, `${place}: ${is} attempts counted for ${should} verdicts`);
  }, 0);
}
