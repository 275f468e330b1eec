import { isUnreadable, recognizeMistake, unfilledBlanks, withoutComment } from '@/lib/grading/rules';
import type { ExerciseKey } from '@/lib/content/schema';
import type { Cluster, Clusters, FailedProgram } from '../schema';

/** What one person does alone is theirs; what two do is a mistake to write about. */
const FEWEST_LEARNERS = 2;
const MOST_CLUSTERS = 8;
const MOST_WORDS = 160;
/** stands for what varies */
const GAP = '…';

type Known = Pick<ExerciseKey, 'mistakes' | 'solution'> & { exercise: Pick<ExerciseKey['exercise'], 'checkNames' | 'starter'> };

/**
 * The failures that none of an exercise's known mistakes explains as they stand now, alike ones together, those of most
 * people first. Left out: what Python cannot read, what is not filled in or still as it was given out, and checks that the
 * exercise has no more.
 */
export function clusterFailures({ failures, key }: { failures: FailedProgram[]; key: Known }): Clusters {
  const open = failures.filter((failure) => isUnexplained({ failure, key }));
  const groups = grouped(open, groupOf);
  const shared = groups.filter((group) => countPeople(group) >= FEWEST_LEARNERS);
  const clusters = shared.map(describe).sort((a, b) => b.learners - a.learners || b.submissions - a.submissions);
  return { clusters: clusters.slice(0, MOST_CLUSTERS), learners: countPeople(shared.flat()), alone: groups.length - shared.length };
}

function grouped(failures: FailedProgram[], by: (failure: FailedProgram) => string): FailedProgram[][] {
  const groups = new Map<string, FailedProgram[]>();
  for (const failure of failures) groups.set(by(failure), [...(groups.get(by(failure)) ?? []), failure]);
  return [...groups.values()];
}

const countPeople = (some: FailedProgram[]) => new Set(some.map(({ learner }) => learner)).size;

function isUnexplained({ failure, key: { mistakes, exercise } }: { failure: FailedProgram; key: Known }): boolean {
  const { verdict, error, check, code } = failure;
  if (check ? !exercise.checkNames.includes(check.name) : verdict === 'failed') return false;
  if (isUnreadable(reread(failure)) || error?.type === 'Blank' || unfilledBlanks(code).length > 0) return false;
  if (bare(code) === bare(exercise.starter)) return false;
  return recognizeMistake({ ...reread(failure), checks: check ? [{ ...check, status: 'failed', error: whole(check.error) }] : [] }, mistakes) === null;
}

const whole = (error: FailedProgram['error']) => error && { ...error, line: null, frames: [], plain: '', tryThis: '' };
const reread = ({ verdict, error }: FailedProgram) => ({ verdict, error: whole(error) });

/** What was said first: the error's line, or the check's sentence; nothing when neither says anything. */
function saidOf({ verdict, error, check }: FailedProgram): string {
  const fault = verdict === 'did-not-run' ? error : check?.error;
  return fault ? withoutNumbers(`${fault.type}: ${firstLine(fault.message)}`) : withoutValues(firstLine(check?.message ?? ''));
}

const groupOf = (failure: FailedProgram) => JSON.stringify([failure.check?.name ?? null, saidOf(failure) || bare(failure.code)]);

function describe(group: FailedProgram[]): Cluster {
  const byProgram = grouped(group, ({ code }) => bare(code));
  const [common = group] = byProgram.toSorted((a, b) => countPeople(b) - countPeople(a) || (a[0]?.code.length ?? 0) - (b[0]?.code.length ?? 0));
  const [first] = group as [FailedProgram];
  const check = first.check?.name ?? null;
  const said = saidOf(first);
  return { check, said, learners: countPeople(group), submissions: group.length, programs: byProgram.length, example: uncommented(common[0]?.code ?? ''), suggestion: { id: nameFor({ said, check }), pattern: patternFor(said) } };
}

const firstLine = (text: string) => (text.trim().split('\n')[0] ?? '').slice(0, MOST_WORDS);
const withoutNumbers = (text: string) => text.replace(/0x[\da-f]+|\d+/gi, GAP).replace(/\s+/g, ' ').trim();
/** Checks draw random words and quote them, and what came instead: those are no sign of the mistake. */
const withoutValues = (text: string) => withoutNumbers(text.replace(/`[^`]*`|"[^"]*"|“[^”]*”|(?<!\w)'[^']*'/g, GAP));

/** A regular expression that finds what was said, whatever stands in its gaps; empty when nothing was said. */
function patternFor(said: string): string {
  return said.split(GAP).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('.+').replace(/^\.\+|\.\+$/g, '').trim();
}

/** A name for the mistake to begin with: the author knows a better one. */
function nameFor({ said, check }: { said: string; check: string | null }): string {
  const words = (said || check || 'mistake').replaceAll(GAP, ' ').toLowerCase().match(/[a-z]{2,}/g) ?? [];
  return words.slice(0, 5).join('-') || 'mistake';
}

/** The program without comments, which may hold a name and hold no mistake, and without the blank lines they leave. */
function uncommented(code: string): string {
  const lines = code.replaceAll('\r\n', '\n').split('\n');
  return lines.flatMap((line) => (line.trim() !== '' && withoutComment(line).trim() === '' ? [] : [withoutComment(line).trimEnd()])).join('\n').replace(/\n{3,}/g, '\n\n\n').trim();
}

/** What two programs have in common that differ in comments and spacing only. */
const bare = (code: string) => uncommented(code).replace(/\s+/g, ' ').trim();
