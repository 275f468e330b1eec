import { expect, it } from 'vitest';
import { startAddress } from './start-address';

const route = (rule: string, methods = ['GET'], endpoint = rule) => ({ rule, methods, endpoint, line: 1 });

it.each([
  [[], '/'],
  [[route('/static/<path:filename>', ['GET'], 'static'), route('/get'), route('/')], '/'],
  [[route('/town/<name>'), route('/save', ['POST']), route('/weather')], '/weather'],
  [[route('/town/<name>')], '/'],
])('begins at the first page that takes no arguments: %#', (routes, address) => expect(startAddress(routes)).toBe(address));
