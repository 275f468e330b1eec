import { beforeEach, describe, expect, it, vi } from 'vitest';
import { grantAuthor } from '@/lib/auth/policy';
import type { AuthorAccess } from '@/lib/auth/schema';
import { findVisibleChecks } from '@/lib/content/data';
import type { VisibleChecks } from '@/lib/content/schema';
import { db } from '@/lib/platform/db';
import { log } from '@/lib/platform/log';
import { listAgreement, listDisagreements } from './data';
import { hand, newLearner, prepareWorld, world } from './internal/testing/world';
import { finishSubmission } from './mutations';
import { type AdviceReport, gradingResult } from './schema';
import { recordAdvice } from './service';

vi.mock('./internal/sandbox', () => import('./internal/testing/fake-sandbox'));

prepareWorld();

const access = grantAuthor({ id: 'an author', guest: false, roles: ['author'] }) as AuthorAccess;
let visible: VisibleChecks;
beforeEach(async () => {
  await db().adviceComparison.deleteMany();
  const found = await Promise.all(world.exercises.map(({ id }) => findVisibleChecks(id)));
  visible = found.find((one) => one && one.names.length > 1 && one.hidden > 0) as VisibleChecks;
});

/** A submission of which every check passed. */
async function passed(): Promise<string> {
  const { submissionId } = await hand({ exerciseId: visible.exerciseId });
  const checks = [...visible.names, 'hidden'].map((name) => ({ name, status: 'passed', message: '', expected: null, actual: null, output: '', error: null, hint: null }));
  const result = gradingResult.parse({ verdict: 'passed', summary: 'All pass.', checks, hint: null, stdout: '', stderr: '', outputTruncated: false, error: null, limit: null, mistake: null, seed: 7, imageHash: 'image', phases: {} });
  await finishSubmission({ submissionId, kind: 'exercise', result });
  return submissionId;
}

const advice = (failing: string[] = [], more: Partial<AdviceReport> = {}): AdviceReport => ({
  contentHash: visible.contentHash, seed: 3, outcome: 'ran', error: '', versions: { python: '3.14.2' }, checks: visible.names.map((name) => ({ name, status: failing.includes(name) ? 'failed' : 'passed', message: failing.includes(name) ? 'Not here.' : '' })), ...more,
});
const record = (submissionId: string, report = advice(), learnerId = world.learnerId) => recordAdvice({ submissionId, learnerId, advice: report });

describe('advice in the browser, beside the verdict', () => {
  it('is counted where both agree, and told to nobody', async () => {
    const warned = vi.spyOn(log, 'warn');
    expect(await record(await passed())).toBe(visible.names.length);
    expect(await listAgreement()).toEqual([{ exerciseId: visible.exerciseId, compared: 1, disagreed: 0, latestAt: expect.any(Date) }]);
    expect(await listDisagreements(access, { limit: 10 })).toEqual([]);
    expect(warned).not.toHaveBeenCalled();
  });

  it('is kept with both versions, and logged, where they disagree; the verdict stays', async () => {
    const warned = vi.spyOn(log, 'warn').mockReturnValue(undefined);
    const [first = ''] = visible.names;
    const submissionId = await passed();
    await record(await passed());
    expect(await record(submissionId, advice([first]))).toBe(visible.names.length);
    expect(await listDisagreements(access, { limit: 10 })).toEqual([
      {
        submissionId, exerciseId: visible.exerciseId, contentHash: visible.contentHash, compared: visible.names.length, imageHash: 'image', versions: { python: '3.14.2' }, seeds: { browser: 3, grader: 7 }, createdAt: expect.any(Date),
        differences: [{ check: first, browser: { status: 'failed', message: 'Not here.' }, grader: { status: 'passed', message: '' } }],
      },
    ]);
    expect(await listAgreement()).toEqual([{ exerciseId: visible.exerciseId, compared: 2, disagreed: 1, latestAt: expect.any(Date) }]);
    expect(warned).toHaveBeenCalledWith(expect.objectContaining({ event: 'advice-differs', submissionId, browser: { python: '3.14.2' }, imageHash: 'image', contentHash: visible.contentHash }), expect.any(String));
    expect(await db().submission.findUnique({ where: { id: submissionId }, select: { verdict: true } })).toEqual({ verdict: 'passed' });
    warned.mockRestore();
  });

  it('counts once for a submission, whatever is said later', async () => {
    const submissionId = await passed();
    await record(submissionId);
    await record(submissionId, advice(visible.names));
    expect(await listDisagreements(access, { limit: 10 })).toEqual([]);
  });

  it('is not compared with a verdict by another version of the exercise', async () => {
    expect(await record(await passed(), advice([], { contentHash: 'other' }))).toBe(0);
    expect(await listAgreement()).toEqual([]);
  });

  it('is taken for nobody else, and for nothing without a verdict', async () => {
    await expect(record(await passed(), advice(), await newLearner())).rejects.toMatchObject({ status: 404 });
    await expect(record('none')).rejects.toMatchObject({ status: 404 });
    await expect(record((await hand({ exerciseId: visible.exerciseId })).submissionId)).rejects.toMatchObject({ status: 409 });
  });

  it('is slowed down for programs', async () => {
    const submissionId = await passed();
    for (let index = 0; index < 30; index += 1) await record(submissionId);
    await expect(record(submissionId)).rejects.toMatchObject({ status: 429 });
  });

  it('goes with its submission', async () => {
    await record(await passed(), advice(visible.names));
    await db().user.delete({ where: { id: world.learnerId } });
    expect(await db().adviceComparison.count()).toBe(0);
  });
});
