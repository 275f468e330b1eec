// Runs the runner's own unit tests (sandbox/tests/test_*.py) with the image's Python, and counts them here.
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { findImage } from '../../lib/grading/internal/sandbox-image';
import { prepareSandbox } from '../../scripts/prepare-sandbox';
import { resolveDataDir } from '../../scripts/steps/data-dir';

const dataDir = resolveDataDir(process.env.DATA_DIR);
const { reason } = await prepareSandbox({ dataDir, wanted: process.env.SANDBOX_ENGINE ?? 'auto' });
if (reason) throw new Error(reason);
const rootfs = findImage(dataDir)?.rootfs;
if (!rootfs) throw new Error('These tests need the image as files: set SANDBOX_ENGINE=bubblewrap.');

const { stderr } = spawnSync('sh', ['sandbox/tests/run.sh', rootfs], { encoding: 'utf8' });
const outcomes = [...stderr.matchAll(/^(\w+) \((\w+)\.[\w.]+\)(?: \.\.\.|\n.*? \.\.\.)/gm)].map(([, test = '', file = '']) => ({ test, file }));
const failed = new Set([...stderr.matchAll(/^(?:FAIL|ERROR): (\w+)/gm)].map(([, test]) => test));

describe('the runner, in the image', () => {
  it('ran its tests', () => expect(stderr).toMatch(/^Ran \d+ tests/m));
  it.each(outcomes)('$file $test', ({ test }) => expect(failed.has(test), stderr).toBe(false));
});
