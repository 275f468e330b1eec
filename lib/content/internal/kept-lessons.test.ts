import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { readFiles, type Files } from './files';
import { KeptLessons } from './kept-lessons';
import { readLesson } from './read-lesson';
import { readLibrary } from './read-library';

vi.mock('./read-lesson', { spy: true });
vi.setConfig({ testTimeout: 30_000 });

const good = readFiles(fileURLToPath(new URL('./fixtures/content', import.meta.url)));
const LESSON = 'content/courses/tiny/lessons/greetings';

/** The course with a second lesson, a copy of the first, and some texts changed. */
function courseWith(changes: Record<string, (text: string) => string> = {}): Files {
  const files = new Map(good);
  for (const [file, text] of good) if (file.startsWith(LESSON)) files.set(file.replace('/greetings/', '/again/'), text);
  files.set('content/courses/tiny/course.yaml', (good.get('content/courses/tiny/course.yaml') ?? '').replace(/( +)- greetings/, '$1- greetings\n$1- again'));
  for (const [file, change] of Object.entries(changes)) files.set(file, change(files.get(file) ?? ''));
  return files;
}

const readings = () => vi.mocked(readLesson).mock.calls.map(([{ slug }]) => slug);

test('only the lesson that changed is read again, and what is said is what reading all of it says', () => {
  const lessons = new KeptLessons();
  const same = (files: Files) => {
    const kept = readLibrary(files, (job) => lessons.read(job));
    vi.mocked(readLesson).mockClear();
    expect(readLibrary(files, (job) => lessons.read(job)), 'a second time').toEqual(kept);
    expect(readings()).toEqual([]);
    expect(kept).toEqual(readLibrary(files));
    vi.mocked(readLesson).mockClear();
    return kept.diagnostics;
  };
  // both lessons claim the same ids, which is settled among them and so told each time
  expect(same(courseWith()).filter(({ message }) => message.includes('is already used')).length).toBeGreaterThan(2);

  const broken = courseWith({ [`${LESSON}/quiz.yaml`]: (text) => text.replace('answer:', 'answr:') });
  readLibrary(broken, (job) => lessons.read(job));
  expect(readings()).toEqual(['greetings']);
  expect(same(broken).map(({ fix }) => fix)).toContain('did you mean "answer"?');
});

test('a lesson is read again when the words of its course change, and when a file is added', () => {
  const lessons = new KeptLessons();
  readLibrary(good, (job) => lessons.read(job));
  vi.mocked(readLesson).mockClear();
  readLibrary(new Map([...good, ['content/courses/tiny/glossary.yaml', 'terms:\n  - term: view\n    means: A function.\n    not: [handler]\n']]), (job) => lessons.read(job));
  readLibrary(new Map([...good, [`${LESSON}/notes.txt`, '']]), (job) => lessons.read(job));
  expect(readings()).toEqual(['greetings', 'greetings']);
});
