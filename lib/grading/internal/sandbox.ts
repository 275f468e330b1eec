import { unavailable } from '@/lib/platform/errors';
import type { RunResult, SandboxResult } from '../schema';

/** Where learners' code runs. */
export type Sandbox = {
  /** Runs a program against its checks. @throws AppError 503 while the sandbox is closed */
  grade: (job: { code: string; checks: string; seed: number }) => Promise<SandboxResult>;
  /** Runs a program and grades nothing. @throws AppError 503 while the sandbox is closed */
  run: (job: { code: string; stdin?: string }) => Promise<RunResult>;
  status: () => { open: boolean; engine: string | null; imageHash: string | null; reason: string | null; slots: number; checkedAt: string | null };
  start: () => Promise<void>;
  close: () => Promise<void>;
};

const closed: Sandbox = {
  grade: async () => Promise.reject(unavailable('There is no sandbox yet.')),
  run: async () => Promise.reject(unavailable('There is no sandbox yet.')),
  status: () => ({ open: false, engine: null, imageHash: null, reason: 'There is no sandbox yet.', slots: 0, checkedAt: null }),
  start: async () => {},
  close: async () => {},
};

/** The sandbox of this process. Until the container engine lands here, it is closed: nothing is ever run on the host. */
export function getSandbox(): Sandbox {
  return closed;
}
