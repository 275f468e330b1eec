import { expect, test } from 'vitest';
import { countProblems, editorLink, fingerprint, isMadeByNext, readingMinutes, sortProblems } from './rules';
import type { Problem } from './schema';

const problem = (file: string, more: Partial<Problem> = {}): Problem => ({ severity: 'error', file, line: 3, column: 1, message: 'is wrong', fix: 'mend it', path: `/site/${file}`, link: '', ...more });
const lesson = 'content/courses/tea/lessons/green';

test('problems of the lesson and of its course are here, those of other lessons elsewhere', () => {
  const here = [problem(`${lesson}/lesson.mdx`), problem(`${lesson}/exercises/pour/checks.py`), problem(lesson), problem('content/courses/tea/course.yaml'), problem('content/courses/tea/glossary.yaml')];
  const elsewhere = [problem('content/courses/tea/lessons/green-2/lesson.mdx'), problem('content/courses/coffee/course.yaml')];
  expect(sortProblems({ problems: [...elsewhere, ...here], at: { course: 'tea', lesson: 'green' } })).toEqual({ here, elsewhere });
  expect(sortProblems({ problems: elsewhere, at: null })).toEqual({ here: elsewhere, elsewhere: [] });
});

test('problems are counted in words', () => {
  expect(countProblems([])).toBe('nothing to mend');
  expect(countProblems([problem('a')])).toBe('1 error');
  expect(countProblems([problem('a'), problem('b'), problem('c', { severity: 'warning' })])).toBe('2 errors, 1 warning');
});

test('a link opens the file at its line, also where its name has a space', () => {
  const place = { path: '/my site/lesson.mdx', line: 12, column: 3 };
  expect(editorLink({ template: 'vscode://file{path}:{line}:{column}', ...place })).toBe('vscode://file/my%20site/lesson.mdx:12:3');
  expect(editorLink({ template: 'idea://open?file={path}&line={line}', ...place })).toBe('idea://open?file=/my%20site/lesson.mdx&line=12');
});

test('what was put away comes back for another problem, not for the same one on another line', () => {
  expect(fingerprint([problem('a', { line: 9 })])).toBe(fingerprint([problem('a')]));
  expect(fingerprint([problem('a', { message: 'is wrong, too' })])).not.toBe(fingerprint([problem('a')]));
  expect(fingerprint([])).toBe('');
});

test('reading takes whole minutes', () => {
  expect([0, 1, 200, 201].map(readingMinutes)).toEqual([0, 1, 1, 2]);
});

test('Next makes the page anew for the MDX of its own lesson, and for nothing else', () => {
  const at = { course: 'tea', lesson: 'green' };
  const [text, prompt, quiz] = [`${lesson}/lesson.mdx`, `${lesson}/exercises/pour/prompt.mdx`, `${lesson}/quiz.yaml`];
  expect(isMadeByNext({ saved: [text, prompt], lesson: at })).toBe(true);
  expect(isMadeByNext({ saved: [text, quiz], lesson: at })).toBe(false);
  expect(isMadeByNext({ saved: ['content/courses/tea/lessons/green-2/lesson.mdx'], lesson: at })).toBe(false);
  expect(isMadeByNext({ saved: [text], lesson: null })).toBe(false);
  expect(isMadeByNext({ saved: [], lesson: at })).toBe(false);
});
