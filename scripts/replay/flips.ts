import { sameOutcome } from '../../lib/grading/rules';
import type { GradingResult, Verdict } from '../../lib/grading/schema';
import { compareResults, type Difference } from './compare';

const EXAMPLES = 5;

/** One program graded again, beside what stood before. */
export type Regraded = { submissionId: string; submissionIds: string[]; learnerIds: string[]; before: GradingResult; after: GradingResult & { fault: string | null } };

export type Example = { submissionId: string; first: Difference; message: string };
export type Direction = { from: Verdict; to: Verdict; programs: number; submissions: number; learners: number; examples: Example[] };
/** A verdict is a submission's: the same program handed in five times has five. */
export type Flips = { verdicts: number; flipped: number; otherChecks: number; programs: number; programsFlipped: number; directions: Direction[] };

/** Which verdicts would flip, by direction, the most frequent first. Learners are counted, not named. */
export function countFlips(regraded: Regraded[]): Flips {
  const flipped = regraded.filter(({ before, after }) => before.verdict !== after.verdict);
  const names = [...new Set(flipped.map(directionOf))];
  const directions = names.map((name): Direction => {
    const group = flipped.filter((one) => directionOf(one) === name);
    const [from, to] = name.split(' ') as [Verdict, Verdict];
    return {
      from,
      to,
      programs: group.length,
      submissions: submissionsOf(group),
      learners: new Set(group.flatMap(({ learnerIds }) => learnerIds)).size,
      examples: group.slice(0, EXAMPLES).map(toExample),
    };
  });
  const otherChecks = regraded.filter(({ before, after }) => before.verdict === after.verdict && !sameOutcome(before, after));
  return {
    verdicts: submissionsOf(regraded),
    flipped: submissionsOf(flipped),
    otherChecks: submissionsOf(otherChecks),
    programs: regraded.length,
    programsFlipped: flipped.length,
    directions: directions.sort((a, b) => b.submissions - a.submissions),
  };
}

const submissionsOf = (some: Regraded[]): number => some.reduce((sum, { submissionIds }) => sum + submissionIds.length, 0);

const directionOf = ({ before, after }: Regraded) => `${before.verdict} ${after.verdict}`;

/** The first check that says something else, with its message; where no check does, the verdict. */
function toExample({ submissionId, before, after }: Regraded): Example {
  const differences = compareResults(before, after);
  const isStatus = ({ what }: Difference) => /^check ".*"$/.test(what);
  const first = differences.find(isStatus) ?? differences[0] ?? { what: 'verdict', before: before.verdict, after: after.verdict };
  const check = after.checks.find(({ name }) => first.what === `check "${name}"`);
  return { submissionId, first, message: after.fault ?? (check?.message || after.summary) };
}

/** The same for reading. */
export function formatFlips({ verdicts, flipped, otherChecks, programs, programsFlipped, directions }: Flips): string {
  const more = otherChecks > 0 ? ` ${count(otherChecks, 'more keeps its', 'more keep their')} verdict with other checks.` : '';
  const repeated = programs < verdicts ? ` They are of ${count(programs, 'different program', 'different programs')}, ${programsFlipped.toLocaleString('en')} of which would flip.` : '';
  const lines = [`${flipped.toLocaleString('en')} of ${count(verdicts, 'verdict', 'verdicts')} would flip.${more}${repeated}`];
  for (const { from, to, examples, ...numbers } of directions) {
    lines.push('', `${from} → ${to}: ${count(numbers.programs, 'program', 'programs')}, ${count(numbers.submissions, 'submission', 'submissions')} of ${count(numbers.learners, 'learner', 'learners')}`);
    for (const { submissionId, first, message } of examples) lines.push(`  ${submissionId}  ${first.what}: ${first.before} → ${first.after}`, `      ${message.split('\n').join('\n      ')}`);
    if (numbers.programs > examples.length) lines.push(`  and ${numbers.programs - examples.length} more`);
  }
  return lines.join('\n');
}

const count = (number: number, one: string, many: string) => `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
