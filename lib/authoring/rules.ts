import type { Problem } from './schema';

/** Words a minute: what adults read of a text that explains something. */
const READING_SPEED = 200;

/** Whole minutes to read so many words once, without doing anything in the lesson. */
export const readingMinutes = (words: number): number => Math.ceil(words / READING_SPEED);

/** A link that opens a file: `template` names {path}, {line} and {column}. */
export function editorLink({ template, path, line, column }: { template: string; path: string; line: number; column: number }): string {
  return template.replaceAll('{path}', encodeURI(path)).replaceAll('{line}', String(line)).replaceAll('{column}', String(column));
}

/**
 * The problems of one lesson and of its course's own files, and those elsewhere.
 * @param at of the page; without a lesson, everything is here
 */
export function sortProblems({ problems, at }: { problems: Problem[]; at: { course: string; lesson: string } | null }): { here: Problem[]; elsewhere: Problem[] } {
  const isHere = ({ file }: Problem) => {
    if (!at) return true;
    const course = `content/courses/${at.course}`;
    return file.startsWith(`${course}/lessons/${at.lesson}/`) || file === `${course}/lessons/${at.lesson}` || /^[^/]+$/.test(file.slice(course.length + 1)) || file === 'content/courses';
  };
  return { here: problems.filter(isHere), elsewhere: problems.filter((problem) => !isHere(problem)) };
}

/** Whether Next makes a lesson's page anew by itself: it watches the MDX that the page is compiled from, and nothing else of the content. */
export function isMadeByNext({ saved, lesson }: { saved: string[]; lesson: { course: string; lesson: string } | null }): boolean {
  if (!lesson || !saved.length) return false;
  return saved.every((file) => file.endsWith('.mdx') && file.startsWith(`content/courses/${lesson.course}/lessons/${lesson.lesson}/`));
}

const counted = (count: number, one: string) => (count ? [`${count} ${one}${count === 1 ? '' : 's'}`] : []);

/** "2 errors, 1 warning", or "nothing to mend". */
export function countProblems(problems: Pick<Problem, 'severity'>[]): string {
  const of = (severity: Problem['severity']) => problems.filter((problem) => problem.severity === severity).length;
  return [...counted(of('error'), 'error'), ...counted(of('warning'), 'warning')].join(', ') || 'nothing to mend';
}

/** Tells one set of problems from another, so that what was put away stays away until something else is wrong. */
export const fingerprint = (problems: Problem[]): string => problems.map(({ file, message }) => `${file} ${message}`).sort().join('\n');
