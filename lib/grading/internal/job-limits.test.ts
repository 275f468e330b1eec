import { describe, expect, it } from 'vitest';
import { CHECKER_LIMITS, programLimits } from './job-limits';

describe('the limits of a job', () => {
  it('are the usual ones where the exercise says nothing', () => {
    expect(programLimits()).toEqual({ wall_seconds: 5, cpu_seconds: 4, memory_mb: 320, output_kb: 64 });
    expect(programLimits({ memoryMb: 128 })).toEqual({ wall_seconds: 5, cpu_seconds: 4, memory_mb: 128, output_kb: 64 });
  });

  it('stay within bounds, whatever is asked for', () => {
    expect(programLimits({ seconds: 900, memoryMb: 9000, outputKb: 9000 })).toEqual({ wall_seconds: 20, cpu_seconds: 16, memory_mb: 512, output_kb: 1024 });
    expect(programLimits({ seconds: 0, memoryMb: 1, outputKb: 0 })).toEqual({ wall_seconds: 1, cpu_seconds: 1, memory_mb: 64, output_kb: 1 });
  });

  it('let the checks outlive the program', () => {
    expect(CHECKER_LIMITS.wall_seconds).toBeGreaterThan(programLimits({ seconds: 900 }).wall_seconds + 5);
  });
});
