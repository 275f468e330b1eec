import { lessonPath } from '@/lib/content/rules';
import type { Course } from '@/lib/content/schema';
import type { Activity, ActivityLine, Cell, LearnerRow, LearnerTotal, LessonColumn, LessonLines, Outcome, SortKey } from './schema';

/** So many tries without passing, and a learner is shown as stuck: most who pass need fewer. */
export const STUCK_AFTER = 4;

/** The lessons of a course in order, each with what there is to do in it. */
export function lessonColumns(course: Course): LessonColumn[] {
  return course.modules
    .flatMap((part) => part.lessons)
    .map((lesson) => ({
      id: lesson.id,
      title: lesson.title,
      href: lessonPath({ courseSlug: course.slug, lessonSlug: lesson.slug }),
      activities: [
        ...lesson.exercises.map(({ id, kind, title }): Activity => ({ id, title, kind: kind === 'challenge' ? 'challenge' : 'exercise' })),
        ...(lesson.quiz ? [{ id: lesson.quiz.id, kind: 'quiz' as const, title: `${lesson.quiz.questions.length} questions` }] : []),
      ],
    }));
}

/** Learners in the order asked for; equal ones by name. Those who never came stand last. */
export function sortLearners({ learners, sort }: { learners: LearnerTotal[]; sort: SortKey }): LearnerTotal[] {
  const byName = (a: LearnerTotal, b: LearnerTotal) => a.name.localeCompare(b.name, 'en') || a.userId.localeCompare(b.userId);
  const compare = {
    name: byName,
    progress: (a: LearnerTotal, b: LearnerTotal) => b.passed - a.passed || byName(a, b),
    active: (a: LearnerTotal, b: LearnerTotal) => (b.lastActive?.getTime() ?? 0) - (a.lastActive?.getTime() ?? 0) || byName(a, b),
  }[sort];
  return learners.toSorted(compare);
}

/** One row per learner, in the order given, with one cell per lesson. */
export function buildRows({ columns, learners, outcomes }: { columns: LessonColumn[]; learners: LearnerTotal[]; outcomes: Outcome[] }): LearnerRow[] {
  const byLearner = new Map(learners.map((learner) => [learner.userId, new Map<string, Outcome>()]));
  for (const outcome of outcomes) byLearner.get(outcome.learnerId)?.set(outcome.activityId, outcome);
  return learners.map((learner) => {
    const mine = byLearner.get(learner.userId) ?? new Map<string, Outcome>();
    return { ...learner, cells: columns.map((column) => cellOf(column, mine)), stuckOn: stuckOn(columns, mine) };
  });
}

function cellOf(column: LessonColumn, outcomes: Map<string, Outcome>): Cell {
  const done = column.activities.map((activity) => outcomes.get(activity.id)).filter((outcome) => outcome !== undefined);
  return { passed: done.filter((outcome) => outcome.passedAt).length, total: column.activities.length, begun: done.length > 0 };
}

/** The exercise or challenge that was tried most often without passing. A quiz can be retried at will and counts for nothing here. */
function stuckOn(columns: LessonColumn[], outcomes: Map<string, Outcome>): LearnerRow['stuckOn'] {
  let worst: LearnerRow['stuckOn'] = null;
  for (const { kind, id, title } of columns.flatMap((column) => column.activities)) {
    const outcome = outcomes.get(id);
    if (kind === 'quiz' || !outcome || outcome.passedAt || outcome.attempts < STUCK_AFTER) continue;
    if (!worst || outcome.attempts > worst.attempts) worst = { title, attempts: outcome.attempts };
  }
  return worst;
}

/**
 * For each lesson, the share of all its activities that all learners together have passed, 0 to 1; null without learners.
 * @param passedCounts activity id → how many learners passed it
 */
export function shareOfClassroom({ columns, passedCounts, learners }: { columns: LessonColumn[]; passedCounts: Map<string, number>; learners: number }): (number | null)[] {
  return columns.map(({ activities }) => {
    const possible = activities.length * learners;
    const passed = activities.reduce((sum, activity) => sum + (passedCounts.get(activity.id) ?? 0), 0);
    return possible === 0 ? null : passed / possible;
  });
}

/** One learner's outcomes, lesson by lesson. */
export function buildLines({ columns, outcomes, submissionCounts }: { columns: LessonColumn[]; outcomes: Outcome[]; submissionCounts: Map<string, number> }): LessonLines[] {
  const byActivity = new Map(outcomes.map((outcome) => [outcome.activityId, outcome]));
  return columns.map(({ activities, ...lesson }) => ({
    ...lesson,
    lines: activities.map((activity): ActivityLine => ({ ...activity, outcome: byActivity.get(activity.id) ?? null, submissions: submissionCounts.get(activity.id) ?? 0 })),
  }));
}

/** A share as whole per cent that never rounds up to 100 nor down to 0: 99.6 % is not all. */
export function percent(share: number): number {
  if (share >= 1 || share <= 0) return Math.round(Math.min(1, Math.max(0, share)) * 100);
  return Math.min(99, Math.max(1, Math.round(share * 100)));
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [['minute', 60], ['hour', 3600], ['day', 24 * 3600], ['week', 7 * 24 * 3600], ['month', 30 * 24 * 3600], ['year', 365 * 24 * 3600]];
const ago = new Intl.RelativeTimeFormat('en-US', { numeric: 'auto' });

/** How long ago something was, roughly: “3 hours ago”, “yesterday”, “last month”. */
export function describeAge({ at, now }: { at: Date; now: Date }): string {
  const seconds = Math.max(0, (now.getTime() - at.getTime()) / 1000);
  if (seconds < 60) return 'just now';
  const [unit, size] = STEPS.findLast(([, length]) => seconds >= length) ?? ['minute', 60];
  return ago.format(-Math.floor(seconds / size), unit);
}
