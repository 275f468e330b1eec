import { unavailable } from '@/lib/platform/errors';
import type { SandboxResult } from '../../schema';
import { Postponed } from '../sandbox-container';

type Answer = 'closed' | 'postponed' | Partial<SandboxResult>;

/** What the fake sandbox is like now, what it answers next, and what it was asked. */
export const sandbox = { open: true, answers: [] as Answer[], graded: 0, lanes: [] as string[] };

const ok = { message: '', expected: null, actual: null, output: '', error: null };
const allPass: Partial<SandboxResult> = { checks: [{ name: 'one', status: 'passed', ...ok }] };
export const halfPass: Partial<SandboxResult> = { checks: [{ name: 'one', status: 'passed', ...ok }, { name: 'two', status: 'failed', ...ok, message: 'It did not.' }] };

/** Stands for internal/sandbox in tests of what happens around it: `vi.mock('./internal/sandbox', () => import('./internal/testing/fake-sandbox'))`. */
export const getSandbox = () => ({
  grade: async ({ seed }: { seed: number }, { lane = '' }: { lane?: string } = {}): Promise<SandboxResult> => {
    sandbox.lanes.push(lane);
    const answer = sandbox.answers.shift() ?? allPass;
    if (answer === 'closed') throw unavailable('closed');
    if (answer === 'postponed') throw new Postponed('to make room');
    sandbox.graded += 1;
    return { outcome: 'ran', checks: [], stdout: '', stderr: '', outputTruncated: false, error: null, limit: null, fault: null, seed, imageHash: 'image', engine: 'bubblewrap', usage: null, phases: {}, ...answer };
  },
  status: () => ({ open: sandbox.open, slots: 2, slowSlots: 1, reason: null }),
  start: async () => {},
  close: async () => {},
});
