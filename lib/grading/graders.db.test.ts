import { expect, it, vi } from 'vitest';
import { prepareQueue } from '@/lib/platform/queue';
import { hand, prepareWorld } from './internal/testing/world';
import { startGraders, waitForVerdict } from './service';

vi.mock('./internal/sandbox', () => import('./internal/testing/fake-sandbox'));
vi.mock('@/lib/platform/queue', { spy: true });

prepareWorld();

it('graders that started while the database was away come to life within seconds of it', async () => {
  const { submissionId } = await hand();
  vi.mocked(prepareQueue).mockRejectedValueOnce(new Error('connect ECONNREFUSED'));
  await startGraders({ always: true });
  expect(await waitForVerdict(submissionId, 4000)).toBe(true);
});
