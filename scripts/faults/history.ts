import type { Kill } from './kills';
import type { BreakableSite } from './site';

/** A change of a submission: begun and not finished is in some grader's hand, neither is waiting. */
export type Change = { submissionId: string; begun: boolean; finished: boolean; at: Date };

// A table of the run's own: it sees every change that was ever committed, whoever wrote it.
const KEEP = `
  CREATE TABLE "FaultsHistory" ("number" bigserial, "submissionId" text, "begun" boolean, "finished" boolean, "at" timestamptz DEFAULT clock_timestamp());
  CREATE FUNCTION keep_history() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF (NEW."startedAt", NEW."finishedAt") IS DISTINCT FROM (OLD."startedAt", OLD."finishedAt") THEN
      INSERT INTO "FaultsHistory" ("submissionId", "begun", "finished") VALUES (NEW."id", NEW."startedAt" IS NOT NULL, NEW."finishedAt" IS NOT NULL);
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER keep_history AFTER UPDATE ON "Submission" FOR EACH ROW EXECUTE FUNCTION keep_history();`;

export const keepHistory = async (site: BreakableSite): Promise<void> => void (await site.ask(KEEP));
export const readHistory = (site: BreakableSite): Promise<Change[]> => site.ask<Change>('SELECT "submissionId", "begun", "finished", "at" FROM "FaultsHistory" ORDER BY "number"');

/** Submissions that got more than one verdict. */
export function finishedTwice(history: Change[]): number {
  const verdicts = new Map<string, number>();
  for (const { submissionId, finished } of history) if (finished) verdicts.set(submissionId, (verdicts.get(submissionId) ?? 0) + 1);
  return [...verdicts.values()].filter((count) => count > 1).length;
}

/** How long a submission, in hand when a `kind` died at that time, waited for its next grader; with all that became of it. */
export type Takeover = { seconds: number; kind: string; at: Date; changes: Change[] };

/** Deaths that take work in hand with them. */
const HOLDERS = new Set(['web', 'grader', 'postgres']);

/**
 * The longest time, in seconds, from a death to the moment when work in hand at that time was begun again or finished.
 * Work that another grader had in hand and finished counts as well, and so does a wait behind others: the figure is
 * never too small. Null when no work was in hand at any death.
 */
export function longestTakeover({ history, kills }: { history: Change[]; kills: Kill[] }): Takeover | null {
  const bySubmission = new Map<string, Change[]>();
  for (const change of history) bySubmission.set(change.submissionId, [...(bySubmission.get(change.submissionId) ?? []), change]);
  const waits = kills.filter(({ kind }) => HOLDERS.has(kind)).flatMap(({ at, kind }) => [...bySubmission.values()].flatMap((changes) => {
    const next = changes.findIndex((change) => change.at > at);
    const [before, after] = [changes[next - 1], changes[next]];
    // what is handed back was handed back by a living grader
    if (!before?.begun || before.finished || !after || !(after.begun || after.finished)) return [];
    return [{ seconds: (after.at.getTime() - at.getTime()) / 1000, kind, at, changes }];
  }));
  return waits.reduce<Takeover | null>((longest, wait) => (longest && longest.seconds >= wait.seconds ? longest : wait), null);
}

/** What became of it, in seconds since `began` (ms): 37.5 begun, 37.8 handed back, 38.9 begun */
export const tellChanges = (changes: Change[], began: number): string =>
  changes.map(({ at, begun, finished }) => `${((at.getTime() - began) / 1000).toFixed(1)} ${finished ? 'finished' : begun ? 'begun' : 'handed back'}`).join(', ');
