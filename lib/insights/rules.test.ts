import { describe, expect, it } from 'vitest';
import { buildLines, buildRows, describeAge, percent, shareOfClassroom, sortLearners } from './rules';
import type { LearnerTotal, LessonColumn, Outcome } from './schema';

const column = (id: string): LessonColumn => ({
  id,
  title: id,
  href: `/courses/flask/${id}`,
  activities: [{ id: `${id}-ex`, kind: 'exercise', title: `${id} exercise` }, { id: `${id}-ch`, kind: 'challenge', title: `${id} challenge` }, { id: `${id}-quiz`, kind: 'quiz', title: 'Quiz' }],
});
const columns = [column('sessions'), column('cookies')];
const outcome = (learnerId: string, activityId: string, fields: Partial<Outcome> = {}): Outcome => ({ learnerId, activityId, attempts: 1, bestScore: 0, passedAt: null, lastAt: new Date(), ...fields });
const total = (name: string, fields: Partial<LearnerTotal> = {}): LearnerTotal => ({ userId: name.toLowerCase(), name, passed: 0, lastActive: null, ...fields });
const passedAt = new Date('2026-01-01');

describe('buildRows', () => {
  it('tells untouched, begun, and passed apart, and takes no activity the course does not have', () => {
    const outcomes = [outcome('ada', 'sessions-ex', { passedAt }), outcome('ada', 'cookies-ex'), outcome('ada', 'removed', { passedAt })];
    const [ada, bob] = buildRows({ columns, learners: [total('Ada'), total('Bob')], outcomes });
    expect(ada?.cells).toEqual([{ passed: 1, total: 3, begun: true }, { passed: 0, total: 3, begun: true }]);
    expect(bob?.cells[0]).toEqual({ passed: 0, total: 3, begun: false });
  });

  it('shows the exercise somebody tries again and again, not a quiz and not one that passed in the end', () => {
    const outcomes = [
      outcome('ada', 'sessions-ex', { attempts: 9, passedAt }),
      outcome('ada', 'sessions-quiz', { attempts: 9 }),
      outcome('ada', 'sessions-ch', { attempts: 4 }),
      outcome('ada', 'cookies-ex', { attempts: 6 }),
      outcome('bob', 'cookies-ex', { attempts: 3 }),
    ];
    const [ada, bob] = buildRows({ columns, learners: [total('Ada'), total('Bob')], outcomes });
    expect(ada?.stuckOn).toEqual({ title: 'cookies exercise', attempts: 6 });
    expect(bob?.stuckOn).toBeNull();
  });
});

it('sorts by name, progress, or last activity, the absent last', () => {
  const learners = [total('Cy', { passed: 2, lastActive: passedAt }), total('Al'), total('Bo', { passed: 2, lastActive: new Date('2026-02-01') })];
  const names = (sort: 'name' | 'progress' | 'active') => sortLearners({ learners, sort }).map((learner) => learner.name);
  expect(names('name')).toEqual(['Al', 'Bo', 'Cy']);
  expect(names('progress')).toEqual(['Bo', 'Cy', 'Al']);
  expect(names('active')).toEqual(['Bo', 'Cy', 'Al']);
});

it('adds a classroom up per lesson', () => {
  const passedCounts = new Map([['sessions-ex', 2], ['sessions-ch', 1], ['removed', 2]]);
  expect(shareOfClassroom({ columns, passedCounts, learners: 2 })).toEqual([0.5, 0]);
  expect(shareOfClassroom({ columns, passedCounts, learners: 0 })).toEqual([null, null]);
});

it('lists every activity of the course for one learner, touched or not', () => {
  const lines = buildLines({ columns, outcomes: [outcome('ada', 'cookies-ex')], submissionCounts: new Map([['cookies-ex', 5]]) });
  expect(lines.flatMap((lesson) => lesson.lines)).toHaveLength(6);
  expect(lines[1]?.lines[0]).toMatchObject({ id: 'cookies-ex', submissions: 5, outcome: { attempts: 1 } });
});

it('never rounds to all or nothing', () => {
  expect([0, 0.001, 0.5, 0.999, 1].map(percent)).toEqual([0, 1, 50, 99, 100]);
});

it('says how long ago', () => {
  const now = new Date('2026-03-10T12:00:00Z');
  const before = (seconds: number) => describeAge({ at: new Date(now.getTime() - seconds * 1000), now });
  expect([before(5), before(120), before(3 * 3600), before(25 * 3600), before(15 * 86400), before(-60)]).toEqual(['just now', '2 minutes ago', '3 hours ago', 'yesterday', '2 weeks ago', 'just now']);
});
