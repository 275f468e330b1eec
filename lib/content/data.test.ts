import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { requireExerciseKey, requireQuizKey, surveyExercises } from './answer-key';
import { checkContent, findCourse, findExercise, findLesson, findOutline, findQuiz, highlightPython, listCourses, neighbours, renderInlineMarkdown, renderMarkdown } from './data';

const fixtures = fileURLToPath(new URL('./internal/fixtures/content', import.meta.url));
const greetings = 'courses/tiny/lessons/greetings';
let root: string;

beforeEach(async () => {
  root = await fs.mkdtemp(path.join(os.tmpdir(), 'coursewright-content-'));
  await fs.cp(fixtures, root, { recursive: true });
});
afterEach(() => fs.rm(root, { recursive: true }));

async function edit(file: string, change: (text: string) => string) {
  const full = path.join(root, file);
  await fs.writeFile(full, change(await fs.readFile(full, 'utf8')));
}

describe('what pages read', () => {
  test('courses, lessons, exercises and quizzes are found by name or id', async () => {
    expect((await listCourses({ root })).map((course) => course.title)).toEqual(['A tiny course']);
    expect((await findCourse('tiny', { root }))?.modules[0]?.lessons).toHaveLength(1);
    expect((await findLesson({ courseSlug: 'tiny', lessonSlug: 'greetings', root }))?.title).toBe('Greetings');
    expect((await findExercise('tiny-say-hello', { root }))?.checkNames).toEqual(['GET / answers hello']);
    expect((await findQuiz('tiny-greetings-quiz', { root }))?.questions).toHaveLength(10);
  });

  test('what a reader can point at stands in reading order, under its heading or exercise', async () => {
    const outline = await findOutline('tiny-greetings', { root });
    const shown = outline?.places.map(({ anchor, kind, text, within }) => `${within ?? ''} > ${kind} ${/^p-/.test(anchor) ? '' : anchor}: ${text}`);
    expect(shown?.slice(0, 6)).toEqual([
      ' > paragraph : An app that says nothing is not much of an app. See the mistakes.',
      ' > section say-hello: Say hello',
      'say-hello > example example-hello: Hello',
      'say-hello > paragraph : Always answer with text.',
      ' > section say-it-to-somebody: Say it to somebody',
      'say-it-to-somebody > example example-hello-you: Hello, you',
    ]);
    expect(shown).toContain('say-it-to-somebody > exercise exercise-say-hello: Say hello');
    expect(shown).toContain('exercise-say-hello > paragraph : Answer hello at /.');
    expect(shown).toContain('common-mistakes > mistake mistake-shouts: Shouting');
    expect(shown).toContain('challenge > paragraph : An answer is text.');
    expect(shown).toContain('quiz > question question-one: What does this print?');
    expect(await findOutline('nothing', { root })).toBeNull();
  });

  test('a paragraph keeps its anchor when another is written before it, and loses it when it says something else', async () => {
    const read = async () => (await findOutline('tiny-greetings', { root })) ?? { contentHash: '', places: [] };
    const before = await read();
    const anchorOf = ({ places }: typeof before) => places.find(({ text }) => text === 'Always answer with text.')?.anchor;
    await edit(`${greetings}/lesson.mdx`, (text) => text.replace('## Say hello', 'Something new.\n\nAlways answer.\n\n## Say hello'));
    const longer = await read();
    expect([anchorOf(longer), longer.contentHash === before.contentHash]).toEqual([anchorOf(before), false]);
    await edit(`${greetings}/lesson.mdx`, (text) => text.replace('Always answer with text.', 'Always answer.'));
    const reworded = await read();
    expect(reworded.places.some(({ anchor }) => anchor === anchorOf(before))).toBe(false);
    const twice = reworded.places.filter(({ text }) => text === 'Always answer.').map(({ anchor }) => anchor);
    expect(twice[1]).toBe(`${twice[0]}-2`);
    await edit(`${greetings}/exercises/say-hello/wrong/shouts.py`, (text) => `${text}# more\n`);
    expect((await read()).contentHash, 'known mistakes are not what readers meet').toBe(reworded.contentHash);
  });

  test('what does not exist is null, and a key that does not exist is a 404', async () => {
    expect(await findCourse('tony', { root })).toBeNull();
    expect(await findLesson({ courseSlug: 'tiny', lessonSlug: 'farewells', root })).toBeNull();
    expect(await findExercise('nothing', { root })).toBeNull();
    expect(await findQuiz('nothing', { root })).toBeNull();
    await expect(requireExerciseKey('nothing', { root })).rejects.toMatchObject({ status: 404 });
    await expect(requireQuizKey('nothing', { root })).rejects.toMatchObject({ status: 404 });
  });

  test('neighbours go across modules', async () => {
    await fs.cp(path.join(root, greetings), path.join(root, 'courses/tiny/lessons/farewells'), { recursive: true });
    const farewells = 'courses/tiny/lessons/farewells';
    for (const file of ['lesson.mdx', 'quiz.yaml', 'exercises/say-hello/exercise.yaml', 'exercises/say-goodbye/exercise.yaml']) await edit(`${farewells}/${file}`, (text) => text.replace(/^id: tiny-/m, 'id: second-'));
    await edit('courses/tiny/course.yaml', (text) => `${text}  - id: tiny-end\n    title: End\n    lessons: [farewells]\n`);
    const first = await neighbours({ courseSlug: 'tiny', lessonSlug: 'greetings', root });
    expect([first.previous, first.next?.slug]).toEqual([null, 'farewells']);
    const last = await neighbours({ courseSlug: 'tiny', lessonSlug: 'farewells', root });
    expect([last.previous?.slug, last.next]).toEqual(['greetings', null]);
    expect(await neighbours({ courseSlug: 'tiny', lessonSlug: 'nothing', root })).toEqual({ previous: null, next: null });
  });

  test('no answer is in what pages may see', async () => {
    await edit(`${greetings}/exercises/say-hello/solution.py`, (text) => `${text}# SECRET solution\n`);
    await edit(`${greetings}/exercises/say-hello/checks.py`, (text) => `${text}# SECRET checks\n`);
    await edit(`${greetings}/quiz.yaml`, (text) => text.replaceAll('reason: ', 'reason: SECRET ').replaceAll('explanation: ', 'explanation: SECRET '));
    const seen = JSON.stringify([await listCourses({ root }), await findExercise('tiny-say-hello', { root }), await findQuiz('tiny-greetings-quiz', { root })]);
    expect(seen).not.toContain('SECRET');
    const keys = new Set<string>();
    JSON.parse(seen, (key, value: unknown) => (keys.add(key), value));
    for (const key of ['answer', 'reason', 'explanation', 'solution', 'checks', 'wrong', 'pattern']) expect(keys).not.toContain(key);
    const { solution, checks } = await requireExerciseKey('tiny-say-hello', { root });
    expect([solution, checks].every((text) => text.includes('SECRET'))).toBe(true);
  });
});

describe('options of a question', () => {
  test('stand in an order of their own that stays the same when a text changes', async () => {
    const orders = async () => (await findQuiz('tiny-greetings-quiz', { root }))?.questions.map((question) => question.options.map((option) => option.id).join());
    const before = await orders();
    await edit(`${greetings}/quiz.yaml`, (text) => text.replace("text: '2'", "text: 'two'"));
    expect(await orders()).toEqual(before);
    expect(new Set(before).size, 'questions with the same option ids are ordered apart').toBeGreaterThan(3);
    expect((await requireQuizKey('tiny-greetings-quiz', { root })).questions[0]?.answer).toBe('next');
  });
});

describe('the hash of an exercise', () => {
  const hash = async () => (await findExercise('tiny-say-hello', { root }))?.contentHash;
  const exercise = `${greetings}/exercises/say-hello`;

  test.each([
    ['line ends of Windows', 'checks.py', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a comment in exercise.yaml', 'exercise.yaml', (text: string) => `# note\n${text}`],
    ['a reworded hint', 'exercise.yaml', (text: string) => text.replace('The word is hello.', 'It is hello.')],
    ['another prompt', 'prompt.mdx', () => 'Say hello.\n'],
    ['saying what goes without saying', 'exercise.yaml', (text: string) => `${text}deterministic: true\n`],
  ])('is not changed by %s', async (_what, file, change) => {
    const before = await hash();
    await edit(`${exercise}/${file}`, change);
    expect(await hash()).toBe(before);
  });

  test.each([
    ['the checks', 'checks.py', (text: string) => text.replace('expect_body("hello")', 'expect_text("hello")')],
    ['the starter', 'starter.py', (text: string) => text.replace('hello()', 'greet()')],
    ['a known mistake', 'exercise.yaml', (text: string) => text.replace('pattern: HELLO', 'pattern: HELL')],
    ['what it reads', 'exercise.yaml', (text: string) => `${text}stdin: "3\\n"\n`],
    ['a limit', 'exercise.yaml', (text: string) => `${text}limits: { seconds: 3 }\n`],
    ['being allowed to differ', 'exercise.yaml', (text: string) => `${text}deterministic: false\n`],
  ])('is changed by %s', async (_what, file, change) => {
    const before = await hash();
    await edit(`${exercise}/${file}`, change);
    expect(await hash()).not.toBe(before);
  });
});

describe('content with errors', () => {
  test('is refused once, with all of them', async () => {
    await edit('courses/tiny/course.yaml', (text) => text.replace('- greetings', '- greeting'));
    await fs.rm(path.join(root, greetings, 'lesson.mdx'));
    await expect(listCourses({ root })).rejects.toThrow(/The course content has 2 errors[\s\S]*course\.yaml:8:9 error there is no folder lessons\/greeting — did you mean "greetings"\?/);
    const { counts } = await checkContent({ root });
    expect(counts).toMatchObject({ courses: 1, lessons: 0, errors: 2, warnings: 0 });
  });

  test('is read again when a file is saved', async () => {
    await edit(`${greetings}/lesson.mdx`, (text) => text.replace('title: Greetings', 'titel: Greetings'));
    await expect(listCourses({ root })).rejects.toThrow('did you mean "title"?');
    await edit(`${greetings}/lesson.mdx`, (text) => text.replace('titel: Greetings', 'title: Welcome'));
    expect((await findLesson({ courseSlug: 'tiny', lessonSlug: 'greetings', root }))?.title).toBe('Welcome');
  });

  test('still lets an author run the exercises that can be read', async () => {
    await fs.rm(path.join(root, greetings, 'examples/hello.out'));
    expect((await surveyExercises({ root })).keys).toHaveLength(2);
  });
});

describe('Markdown', () => {
  test('becomes HTML without raw HTML', async () => {
    const html = await renderMarkdown('A `word` <script>alert(1)</script>\n\n| a |\n|---|\n| b |\n');
    expect(html).toContain('<code>word</code>');
    expect(html).toContain('<table>');
    expect(html).not.toContain('<script>');
  });

  test('is highlighted with classes, never with styles', async () => {
    const html = await renderMarkdown('```python\nreturn 1\n```\n');
    expect(html).toContain('tok-keyword');
    expect(html).not.toContain('style=');
  });

  test('of one line has no paragraph', async () => {
    expect(await renderInlineMarkdown('call `f`')).toBe('call <code>f</code>');
    expect(await renderInlineMarkdown('one\n\ntwo')).toBe('<p>one</p>\n<p>two</p>');
  });

  test('of a long program, or of long lines, is plain and holds nobody up', async () => {
    const dense = 'x = f"{a!r:>{w}} {b[0]} {f\'{c}\'}" # <b>&\n';
    for (const program of [dense.repeat(1500), dense.replaceAll('\n', '').repeat(30)]) {
      const began = performance.now();
      const html = await highlightPython(program);
      expect(performance.now() - began).toBeLessThan(100);
      expect(html).toContain('<pre tabindex="0"');
      expect(html).toContain('# &lt;b&gt;&amp;');
      expect(html).not.toContain('tok-');
    }
    expect((await highlightPython('a = 1\n'.repeat(2000))).match(/data-line/g)).toHaveLength(2000);
  });

  test('of ten programs leaves room for other work in between', async () => {
    const programs = Array.from({ length: 10 }, (_, index) => `x = f"{a!r:>{w}} {b[0]} {c}"  # ${index}\n`.repeat(20));
    let [longest, last] = [0, performance.now()];
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    const began = performance.now();
    await Promise.all(programs.map((program) => highlightPython(program)));
    clearInterval(timer);
    expect(longest).toBeLessThan((performance.now() - began) / 2);
  });

  test('of a program may hold anything', async () => {
    const html = await highlightPython('s = """\n```\n<b>"""\n');
    expect(html).toContain('```');
    expect(html).toContain('&#x3C;b>');
  });
});
