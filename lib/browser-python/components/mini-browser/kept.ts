import { randomKey } from '@/lib/platform/random-key';
import type { Python } from '../../schema';
import { makeVisitor, type Visitor } from '../visits/visitor';

export type View = 'page' | 'response' | 'cookies' | 'timeline';
/** How the browser was last looked at. `pageHeight` in px: the next page begins as high, so that what is below does not jump twice. */
type Looks = { view: View; pageHeight: number };
/** What outlives a run of the program, as a browser outlives a restart of the server. */
export type Kept = { visitor: Visitor; looks: () => Looks; look: (change: Partial<Looks>) => void };

const kept = new WeakMap<object, Kept>();

/** @param owner whose browser it is, such as the runs of one exercise */
export function keptFor(owner: object, python: Python): Kept {
  const known = kept.get(owner);
  if (known) return known;
  let looks: Looks = { view: 'page', pageHeight: 0 };
  const visitor = makeVisitor({ visit: python.visit, now: Date.now, boundary: () => `----form${randomKey()}` });
  const made: Kept = { visitor, looks: () => looks, look: (change) => void (looks = { ...looks, ...change }) };
  kept.set(owner, made);
  return made;
}
