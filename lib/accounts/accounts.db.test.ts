import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSession, createSetPasswordToken } from '@/lib/auth/mutations';
import { closeDb, db } from '@/lib/platform/db';
import { recordOutcome, recordVisit } from '@/lib/progress/mutations';
import { adoptGuest, deleteAccount } from './mutations';
import { exportPerson } from './service';

const makeUser = (guest = false) => db().user.create({ data: { guest, name: guest ? null : 'Ada', email: guest ? null : `${randomUUID()}@example.com` } });
const where = { courseId: 'flask', lessonId: 'cookies' };

async function submit(learnerId: string, fields: { exerciseId: string; score: number; at: Date; code?: string }) {
  const { exerciseId, score, at, code = 'print(1)' } = fields;
  const passed = score === 1;
  await db().submission.create({
    data: { learnerId, ...where, exerciseId, code, idempotencyKey: randomUUID(), contentHash: 'h', seed: 1, verdict: passed ? 'passed' : 'failed', createdAt: at, finishedAt: at },
  });
  await db().$transaction((tx) => recordOutcome(tx, { learnerId, ...where, activityId: exerciseId, kind: 'exercise', score, passed, at }));
}

const report = (learnerId: string, text: string) => db().lessonReport.create({ data: { learnerId, ...where, anchor: 'p-1', kind: 'wrong', text, quote: 'A cookie is a biscuit.', contentHash: 'h', sameAs: text } });

async function attempt(learnerId: string, score: number) {
  await db().quizAttempt.create({ data: { learnerId, ...where, quizId: 'quiz', idempotencyKey: randomUUID(), contentHash: 'h', answers: { q1: 'a' }, score, total: 10 } });
}

const bestOf = (learnerId: string, activityId: string) => db().progress.findUniqueOrThrow({ where: { learnerId_activityId: { learnerId, activityId } } });

async function exported(userId: string) {
  let text = '';
  for await (const part of exportPerson(userId)) text += part;
  return { text, json: JSON.parse(text) as Record<string, unknown> & { submissions: { code: string; regradings: unknown[]; advice: unknown }[]; profile: { email: string } } };
}

beforeAll(async () => {
  // accounts under test are no admins; this one keeps the rule about the last admin out of the way
  await db().user.create({ data: { name: 'Admin', email: `${randomUUID()}@example.com`, roles: ['admin'] } });
});
afterAll(closeDb);

describe("adopting a guest's work", () => {
  it('moves everything and never makes anything worse', async () => {
    const [guest, user] = [await makeUser(true), await makeUser()];
    await submit(user.id, { exerciseId: 'better-before', score: 1, at: new Date('2026-01-01') });
    await submit(guest.id, { exerciseId: 'better-before', score: 0.5, at: new Date('2026-01-02') });
    await submit(user.id, { exerciseId: 'better-as-guest', score: 0.2, at: new Date('2026-01-01') });
    await submit(guest.id, { exerciseId: 'better-as-guest', score: 1, at: new Date('2026-01-03') });
    await submit(guest.id, { exerciseId: 'only-as-guest', score: 0.5, at: new Date('2026-01-04') });
    await attempt(guest.id, 7);
    await recordVisit({ learnerId: guest.id, ...where });
    for (const id of [guest.id, user.id]) await report(id, 'Both said this.');
    await report(guest.id, 'Only the guest did.');

    await adoptGuest({ guestId: guest.id, userId: user.id });

    expect(await bestOf(user.id, 'better-before')).toMatchObject({ bestScore: 1, passedAt: new Date('2026-01-01'), attempts: 2 });
    expect(await bestOf(user.id, 'better-as-guest')).toMatchObject({ bestScore: 1, passedAt: new Date('2026-01-03'), attempts: 2 });
    expect(await bestOf(user.id, 'only-as-guest')).toMatchObject({ bestScore: 0.5, passedAt: null });
    expect(await db().submission.count({ where: { learnerId: user.id } })).toBe(5);
    expect(await db().quizAttempt.count({ where: { learnerId: user.id } })).toBe(1);
    expect(await db().lessonVisit.count({ where: { learnerId: user.id } })).toBe(1);
    expect((await db().lessonReport.findMany({ where: { learnerId: user.id } })).map(({ text }) => text).sort()).toEqual(['Both said this.', 'Only the guest did.']);
    expect(await db().user.findUnique({ where: { id: guest.id } })).toBeNull();
  });

  it('happens once when two tabs sign in at the same moment', async () => {
    const [guest, user] = [await makeUser(true), await makeUser()];
    await submit(guest.id, { exerciseId: 'once', score: 0.5, at: new Date() });
    await Promise.all([1, 2, 3].map(() => adoptGuest({ guestId: guest.id, userId: user.id })));
    expect(await bestOf(user.id, 'once')).toMatchObject({ attempts: 1, bestScore: 0.5 });
  });

  it('never swallows an account', async () => {
    const [user, other] = [await makeUser(), await makeUser()];
    await submit(other.id, { exerciseId: 'theirs', score: 1, at: new Date() });
    await adoptGuest({ guestId: other.id, userId: user.id });
    expect(await bestOf(other.id, 'theirs')).toMatchObject({ bestScore: 1 });
    expect(await db().progress.count({ where: { learnerId: user.id } })).toBe(0);
  });
});

describe('deleting an account', () => {
  it('leaves nothing of the person, and the classroom only when somebody else teaches it', async () => {
    const [user, other] = [await makeUser(), await makeUser()];
    await submit(user.id, { exerciseId: 'gone', score: 1, at: new Date() });
    await attempt(user.id, 10);
    await report(user.id, 'It is no biscuit.');
    await createSession(user.id);
    await createSetPasswordToken({ userId: user.id, kind: 'mailed' });
    await db().verificationToken.create({ data: { identifier: user.email ?? '', token: randomUUID(), expires: new Date(Date.now() + 60_000) } });
    const room = (joinCode: string, members: { userId: string; role: 'instructor' | 'learner' }[]) =>
      db().classroom.create({ data: { name: 'Room', courseId: 'flask', joinCode, members: { create: members } } });
    const alone = await room(randomUUID(), [{ userId: user.id, role: 'instructor' }, { userId: other.id, role: 'learner' }]);
    const shared = await room(randomUUID(), [{ userId: user.id, role: 'instructor' }, { userId: other.id, role: 'instructor' }]);

    expect(await deleteAccount(user.id)).toEqual({ classrooms: 1 });

    expect(await db().classroom.findMany({ where: { id: { in: [alone.id, shared.id] } }, select: { id: true } })).toEqual([{ id: shared.id }]);
    const left = await Promise.all([
      db().user.count({ where: { id: user.id } }),
      db().submission.count({ where: { learnerId: user.id } }),
      db().quizAttempt.count({ where: { learnerId: user.id } }),
      db().progress.count({ where: { learnerId: user.id } }),
      db().lessonReport.count({ where: { learnerId: user.id } }),
      db().session.count({ where: { userId: user.id } }),
      db().classroomMember.count({ where: { userId: user.id } }),
      db().verificationToken.count({ where: { OR: [{ identifier: { endsWith: user.id } }, { identifier: user.email ?? '' }] } }),
    ]);
    expect(left).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });
});

it('a guest can take what they did with them, and have it deleted', async () => {
  const [guest, other] = [await makeUser(true), await makeUser(true)];
  for (const { id } of [guest, other]) await submit(id, { exerciseId: 'as-guest', score: 1, at: new Date(), code: `print("${id}")` });
  expect((await exported(guest.id)).json.submissions.map((submission) => submission.code)).toEqual([`print("${guest.id}")`]);
  expect(await deleteAccount(guest.id)).toEqual({ classrooms: 0 });
  expect(await db().submission.count({ where: { learnerId: guest.id } })).toBe(0);
  expect(await db().user.count({ where: { id: guest.id } })).toBe(0);
  expect(await db().submission.count({ where: { learnerId: other.id } })).toBe(1);
});

describe('the export', () => {
  it('holds the work of the person, all of it, and no secrets', async () => {
    const user = await makeUser();
    await db().user.update({ where: { id: user.id }, data: { passwordHash: '$argon2id$secret' } });
    const token = await createSession(user.id);
    const rows = Array.from({ length: 205 }, (_, index) => ({
      learnerId: user.id, ...where, exerciseId: 'many', code: `print("${index}")\n# ünïcode`, idempotencyKey: `k${index}-${user.id}`, contentHash: 'h', seed: 1,
      // many share a time, as bulk imports do: paging must not lose or repeat any
      createdAt: new Date(2026, 0, 1, 0, 0, Math.floor(index / 50)),
    }));
    await db().submission.createMany({ data: rows });
    const { id: submissionId } = await db().submission.findFirstOrThrow({ where: { learnerId: user.id } });
    await db().regrading.create({ data: { submissionId, contentHash: 'newer', verdict: 'passed', result: { summary: 'Later.', seed: 5 } } });
    await db().adviceComparison.create({ data: { submissionId, exerciseId: 'many', contentHash: 'h', compared: 2, agrees: true, differences: [], seed: 5, versions: { python: '3.14.2' }, imageHash: 'i' } });
    await attempt(user.id, 3);
    await report(user.id, 'It is no biscuit.');

    const { text, json } = await exported(user.id);
    expect(json).toMatchObject({ format: 'coursewright-export-1', profile: { email: user.email, roles: [] }, quizAttempts: [{ score: 3, answers: { q1: 'a' } }] });
    expect(json.reports).toEqual([expect.objectContaining({ lessonId: 'cookies', anchor: 'p-1', kind: 'wrong', text: 'It is no biscuit.', quote: 'A cookie is a biscuit.', doneAt: null })]);
    expect(new Set(json.submissions.map((submission) => submission.code)).size).toBe(205);
    expect(json.submissions).toHaveLength(205);
    expect(json.submissions.flatMap(({ regradings }) => regradings)).toEqual([{ verdict: 'passed', result: { summary: 'Later.' }, createdAt: expect.any(String) }]);
    expect(json.submissions.flatMap(({ advice }) => advice ?? [])).toEqual([{ compared: 2, differences: [], versions: { python: '3.14.2' }, createdAt: expect.any(String) }]);
    expect(text).not.toContain('argon2id');
    expect(text).not.toContain(token);
  });

  it('holds nothing of anybody else, and works for somebody who did nothing yet', async () => {
    const [user, other] = [await makeUser(), await makeUser()];
    await submit(other.id, { exerciseId: 'private', score: 1, at: new Date(), code: 'the_other_persons_code()' });
    const { text, json } = await exported(user.id);
    expect(json.submissions).toEqual([]);
    expect(text).not.toContain('the_other_persons_code');
  });
});
