import { expect, it, vi } from 'vitest';
import { AppError, notFound } from './errors';

it('knows an error of ours that was made by another copy of this module', async () => {
  vi.resetModules();
  const copy = await import('./errors');
  expect(copy.AppError).not.toBe(AppError);
  expect(copy.notFound()).toBeInstanceOf(AppError);
  expect(notFound()).toBeInstanceOf(copy.AppError);
  expect(new Error('x')).not.toBeInstanceOf(AppError);
});
