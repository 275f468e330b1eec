import type { SubmissionView } from '../schema';

/** How a submission that has no verdict yet is doing: `title` in a few words, `more` for who wants to know. */
export type WaitingWords = { title: string; more: string | null };

const ENDINGS: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const rules = new Intl.PluralRules('en', { type: 'ordinal' });
const ordinal = (number: number) => `${number}${ENDINGS[rules.select(number)] ?? 'th'}`;

/** A wait in round figures: an estimate to the second would be wrong. */
export function about(seconds: number): string {
  if (seconds < 60) return `about ${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
  const minutes = Math.round(seconds / 60);
  return minutes >= 60 ? 'an hour or more' : `about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
}

const PAUSED = 'Your code is stored, and gets its verdict once grading works again. You can close this page.';
const ASIDE = {
  'ran-long': 'It took longer than usual, so it moved aside to let others through. It will finish.',
  'earlier-ones-did': 'Your last programs ran until their time was up, so this one waits aside and lets others through. It will be graded.',
};

/** Place in line and honest estimate, "being graded", "moved aside" or "paused". */
export function waitingInWords({ state, movedAside, queuePosition, queueSeconds }: Pick<SubmissionView, 'state' | 'movedAside' | 'queuePosition' | 'queueSeconds'>): WaitingWords {
  if (state === 'paused') return { title: 'Saved; it will be graded', more: `Grading is paused on this site at the moment. ${PAUSED}` };
  const more = movedAside && ASIDE[movedAside];
  if (state === 'grading' || queuePosition === null) return { title: 'Your program is being graded now', more };
  const place = queuePosition === 1 ? 'Next in line' : `${ordinal(queuePosition)} in line`;
  return { title: queueSeconds === null ? place : `${place}, ${about(queueSeconds)}`, more };
}
