import { expect, it } from 'vitest';
import { CannotReplay, readOptions } from './options';

it('takes a submission, or an exercise against the working tree or a git ref', () => {
  expect(readOptions(['abc'])).toEqual({ submissionId: 'abc', json: false });
  expect(readOptions(['--exercise', 'cookies', '--json'])).toEqual({ exerciseId: 'cookies', against: 'working-tree', limit: 500, record: false, json: true });
  expect(readOptions(['--exercise=cookies', '--against', 'v1', '--limit', '20', '--record'])).toEqual({ exerciseId: 'cookies', against: 'v1', limit: 20, record: true, json: false });
});

it.each([[], ['a', 'b'], ['--record', 'a'], ['--against', 'v1', 'a'], ['--exercise', 'x', 'a'], ['--exercise'], ['--exercise', 'x', '--limit', '0'], ['--exercise', 'x', '--limit', '1e9'], ['--unknown']])('refuses %j', (...args: string[]) => {
  expect(() => readOptions(args)).toThrow(CannotReplay);
});
