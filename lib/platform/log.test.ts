import { expect, test } from 'vitest';
import { errorForLog } from './log';

test('of an error only what says what happened is logged: no connection, and no row', () => {
  const error = Object.assign(new Error('terminating connection'), { code: '57P01', client: { password: 'x', sockets: [] }, detail: 'Key (email)=(ada@example.org) already exists.', meta: {} });
  expect(errorForLog(error)).toEqual({ type: 'Error', message: 'terminating connection', stack: expect.stringContaining('log.test'), code: '57P01' });
});

test('the cause of an error stays in it', () => {
  expect(errorForLog(new Error('not sent', { cause: new Error('no route') }))).toMatchObject({ message: 'not sent: no route' });
});

test('what is no error is told as it is', () => expect(errorForLog('gone')).toBe('gone'));
