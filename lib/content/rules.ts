import { distance } from 'fastest-levenshtein';

/** Where a lesson lives. Every link to a lesson is made here. */
export const lessonPath = ({ courseSlug, lessonSlug }: { courseSlug: string; lessonSlug: string }) => `/courses/${courseSlug}/${lessonSlug}`;

/** Where a learner says that something in a lesson is wrong. `at`: the anchor of the place; without one, the lesson as a whole. */
export const reportPath = ({ at, ...lesson }: { courseSlug: string; lessonSlug: string; at?: string }) => `${lessonPath(lesson)}/report${at === undefined ? '' : `?at=${at}`}`;

/** What the links to it are called. */
export const REPORT_WORDS = 'Something is wrong here';

/** Where a course's outline lives. */
export const coursePath = (courseSlug: string) => `/courses/${courseSlug}`;

/** The ids that the lesson page gives to its parts, so that links and checks agree. */
export const anchors = {
  example: (name: string) => `example-${name}`,
  exercise: (name: string) => `exercise-${name}`,
  mistake: (id: string) => `mistake-${id}`,
  question: (id: string) => `question-${id}`,
  /** of the heading above the quiz */
  quiz: 'quiz',
} as const;

/** A blank in a fill-in program: three underscores that are not part of a longer name. */
export const hasBlank = (code: string) => /(?<!\w)___(?!\w)/.test(code);

/**
 * The candidate that was probably meant, or null when none is near.
 * Near means: at most a third of the letters differ, and never more than three edits for a short word.
 */
export function closest(word: string, candidates: Iterable<string>): string | null {
  let best: { candidate: string; edits: number } | null = null;
  for (const candidate of candidates) {
    const edits = distance(word.toLowerCase(), candidate.toLowerCase());
    if (!best || edits < best.edits) best = { candidate, edits };
  }
  if (!best) return null;
  return best.edits <= Math.max(2, Math.floor(Math.max(word.length, best.candidate.length) / 3)) ? best.candidate : null;
}
