import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readFiles, type Files } from './files';
import { readLibrary } from './read-library';
import { formatDiagnostic } from './report';

const good = await readFiles(fileURLToPath(new URL('./fixtures/content', import.meta.url)));
const COURSE = 'content/courses/tiny/course.yaml';
const LESSON = 'content/courses/tiny/lessons/greetings';

/** The course with some files changed: a function edits, text replaces, null removes. */
function courseWith(changes: Record<string, ((text: string) => string) | string | null>): Files {
  const files = new Map(good);
  for (const [file, change] of Object.entries(changes)) {
    const text = files.get(file) ?? '';
    const next = typeof change === 'function' ? change(text) : change;
    if (typeof change === 'function' && next === text) throw new Error(`the change of ${file} changes nothing`);
    if (next === null) files.delete(file);
    else files.set(file, next);
  }
  return files;
}

const diagnosticsOf = (files: Files) => readLibrary(files).diagnostics.map(formatDiagnostic);
const swap = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
const inLesson = (file: string) => `${LESSON}/${file}`;
const hello = (file: string) => `${LESSON}/exercises/say-hello/${file}`;
const goodbye = (file: string) => `${LESSON}/exercises/say-goodbye/${file}`;

test('a complete course has nothing to mend', () => {
  const { courses, exerciseKeys, quizKeys, diagnostics } = readLibrary(good);
  expect(diagnostics).toEqual([]);
  expect(courses.map((course) => course.slug)).toEqual(['tiny']);
  const lesson = courses[0]?.modules[0]?.lessons[0];
  expect(lesson).toMatchObject({ id: 'tiny-greetings', slug: 'greetings', courseSlug: 'tiny', moduleId: 'tiny-start', minutes: 10, prerequisites: [] });
  expect(lesson?.examples.map((example) => [example.name, example.output])).toEqual([['hello', 'hello\n'], ['hello-you', 'hello, you\n'], ['goodbye', 'goodbye\n']]);
  expect(lesson?.exercises.map((exercise) => exercise.name), 'in the order of the lesson').toEqual(['say-hello', 'say-goodbye']);
  expect([...exerciseKeys.keys()].sort()).toEqual(['tiny-say-goodbye', 'tiny-say-hello']);
  expect(exerciseKeys.get('tiny-say-hello')?.wrong.map(({ id, fails, hint }) => ({ id, fails, hint }))).toContainEqual({ id: 'no-answer', fails: 'GET / answers hello', hint: 'answer' });
  expect(exerciseKeys.get('tiny-say-hello')?.lessonPath).toBe('/courses/tiny/greetings');
  expect([...quizKeys.keys()]).toEqual(['tiny-greetings-quiz']);
});

describe('each fault is told with its place and what to write instead', () => {
  const cases: [string, Record<string, ((text: string) => string) | string | null>, string[]][] = [
    ['unknown key in course.yaml', { [COURSE]: swap('summary:', 'sumary:') }, [`${COURSE}:3:1 error unknown key "sumary" — did you mean "summary"?`, `${COURSE}:1:1 error "summary" is missing — add it: One or two sentences for the course list and search engines.`]],
    ['unknown key deep in a list', { [hello('exercise.yaml')]: swap('    hint: word\n', '    hnit: word\n') }, [`${hello('exercise.yaml')}:11:5 error unknown key "hnit" — did you mean "hint"?`]],
    ['broken YAML', { [inLesson('quiz.yaml')]: swap('text: \'2\'', 'text: \'2') }, [`${inLesson('quiz.yaml')}:`]],
    ['a key given twice', { [COURSE]: swap('title: A tiny course', 'title: A\ntitle: B') }, [`${COURSE}:3:1 error this is not valid YAML: Map keys must be unique`]],
    ['unlisted folder', { [COURSE]: swap('- greetings', '- greeting') }, [`${COURSE}:8:9 error there is no folder lessons/greeting — did you mean "greetings"?`, 'error course.yaml does not list this lesson, so nobody sees it — add "- greetings" to the lessons of a module']],
    ['unknown frontmatter', { [inLesson('lesson.mdx')]: swap('minutes: 10', 'minute: 10') }, [`${inLesson('lesson.mdx')}:5:1 error unknown key "minute" — did you mean "minutes"?`]],
    ['too few objectives', { [inLesson('lesson.mdx')]: swap('  - say goodbye\n', '') }, [`${inLesson('lesson.mdx')}:7:3 error "objectives": Too small`]],
    ['no frontmatter', { [inLesson('lesson.mdx')]: swap('---\nid', 'id') }, [`${inLesson('lesson.mdx')}:1:1 error the file does not start with frontmatter`]],
    ['broken MDX', { [inLesson('lesson.mdx')]: swap('</Recap>', '') }, [`${inLesson('lesson.mdx')}:68:1`, 'this is not valid MDX: Expected a closing tag for `<Recap>` (68:1-68:8)']],
    ['unknown component', { [inLesson('lesson.mdx')]: swap('<Quiz />', '<Quizz />') }, [`${inLesson('lesson.mdx')}:76:1 error unknown component <Quizz> — did you mean "Quiz"?`, 'the lesson shows no quiz — add <Quiz/>']],
    ['unknown attribute', { [inLesson('lesson.mdx')]: swap('title="Hello"', 'titel="Hello"') }, [`${inLesson('lesson.mdx')}:16:1 error <Example> knows no "titel" — did you mean "title"?`, '<Example> needs title="…"']],
    ['an address that is none', { [inLesson('lesson.mdx')]: swap('title="Hello"', 'title="Hello" open="//there"') }, [`${inLesson('lesson.mdx')}:16:1 error open="//there" of <Example> is no path of the app — write open="/…"`]],
    ['an address without an app', { [inLesson('lesson.mdx')]: swap('title="Hello"', 'title="Hello" open="/"') }, [`${inLesson('lesson.mdx')}:16:1 error open of <Example>: hello.py makes no app to open`]],
    ['unknown example', { [inLesson('lesson.mdx')]: swap('name="goodbye"', 'name="godbye"') }, [`${inLesson('lesson.mdx')}:38:1 error there is no example "godbye" in examples/ — did you mean "goodbye"?`, 'the example "goodbye" is never used']],
    ['example used twice', { [inLesson('lesson.mdx')]: swap('name="goodbye"', 'name="hello"') }, [`${inLesson('lesson.mdx')}:38:1 error the example "hello" is used twice`]],
    ['mistake without a test', { [inLesson('lesson.mdx')]: swap('id="shouts"', 'id="shout"') }, [`${inLesson('lesson.mdx')}:44:1 error no exercise recognises the mistake "shout" — did you mean "shouts"?`, 'the mistake "shouts" of the exercise "say-hello" is not told']],
    ['component that should hold prose', { [inLesson('lesson.mdx')]: swap('Always answer with text.\n', '') }, [`${inLesson('lesson.mdx')}:22:1 error <RuleOfThumb> is empty`]],
    ['quick reference without a table', { [inLesson('lesson.mdx')]: swap(/\| call[\s\S]*answers \|/, 'nothing') }, ['error <QuickReference> holds no table']],
    ['quiz without a heading', { [inLesson('lesson.mdx')]: swap('## Quiz\n', '') }, [`${inLesson('lesson.mdx')}:75:1 error the quiz has no heading of its own`]],
    ['Markdown in an attribute', { [inLesson('lesson.mdx')]: swap('title="Hello"', 'title="`Hello`"') }, [`${inLesson('lesson.mdx')}:16:1 warning title of <Example> is plain text`]],
    ['code in prose', { [inLesson('lesson.mdx')]: swap('An app that', '{1 + 1} An app that') }, [`${inLesson('lesson.mdx')}:12:1 error prose must not hold code`]],
    ['dead anchor', { [inLesson('lesson.mdx')]: swap('#common-mistakes', '#comon-mistakes') }, [`${inLesson('lesson.mdx')}:12:53 error ${inLesson('lesson.mdx')} has no "#comon-mistakes" — did you mean "common-mistakes"?`]],
    ['dead link', { [inLesson('lesson.mdx')]: swap('(#common-mistakes)', '(/courses/tiny/greting)') }, ['the link /courses/tiny/greting leads to no lesson (/courses/tiny/greting) — did you mean "/courses/tiny/greetings"?']],
    ['dead link in a hint', { [hello('exercise.yaml')]: swap('text: The word is hello.', 'text: See [this](#nowhere).') }, [`${hello('exercise.yaml')}:6:11 error ${inLesson('lesson.mdx')} has no "#nowhere"`]],
    ['fence without a language', { [inLesson('lesson.mdx')]: swap('```python', '```') }, [`${inLesson('lesson.mdx')}:18:1 error this code block has no language`]],
    ['fence that is not Python', { [inLesson('lesson.mdx')]: swap('print("hello")', 'x = 1\nprint("hello"') }, [`${inLesson('lesson.mdx')}:20:1 error this is not complete Python`]],
    ['image without alt', { [inLesson('lesson.mdx')]: swap('An app that', '![](cat.png) An app that') }, [`${inLesson('lesson.mdx')}:12:1 error the image cat.png has no text alternative`]],
    ['picture that is not there', { 'public/pictures/cup.png': '', [inLesson('lesson.mdx')]: swap('An app that', '![a cup](/pictures/cupp.png) An app that') }, [`${inLesson('lesson.mdx')}:12:1 error there is no picture public/pictures/cupp.png — did you mean "/pictures/cup.png"?`]],
    ['picture beside the lesson', { [inLesson('lesson.mdx')]: swap('An app that', '![a cup](cup.png) An app that') }, [`${inLesson('lesson.mdx')}:12:1 error there is no picture public/cup.png — put the file into public/pictures/`]],
    ['picture of a hint that is not there', { [hello('exercise.yaml')]: swap('text: The word is hello.', 'text: See ![a cup](/cup.png).') }, [`${hello('exercise.yaml')}:6:11 error there is no picture public/cup.png`]],
    ['title in the body', { [inLesson('lesson.mdx')]: swap('## Say hello', '# Say hello') }, [`${inLesson('lesson.mdx')}:14:1 error a heading here starts with ##`]],
    ['two headings alike', { [inLesson('lesson.mdx')]: swap('## Challenge', '## Say hello') }, [`${inLesson('lesson.mdx')}:56:1 warning the heading "Say hello" stands on line 14 too, so its id is "say-hello-1" only while both stay`]],
    ['heading with the id of an example', { [inLesson('lesson.mdx')]: swap('## Challenge', '## Example hello') }, [`${inLesson('lesson.mdx')}:56:1 error the heading "Example hello" has the id "example-hello", which a part of the lesson has already`]],
    ['heading without a word', { [inLesson('lesson.mdx')]: swap('## Challenge', '## !!!') }, [`${inLesson('lesson.mdx')}:56:1 error the heading "!!!" has no letter or number`]],
    ['fence that is not JSON', { [inLesson('lesson.mdx')]: swap('```python\nprint("hello")', '```json\n{"a": 1,}') }, [`${inLesson('lesson.mdx')}:19:1 error this is not complete JSON`]],
    ['fence that is not YAML', { [inLesson('lesson.mdx')]: swap('```python\nprint("hello")', '```yaml\na: 1\nb: [') }, [`${inLesson('lesson.mdx')}:20:1 error this is not complete YAML`]],
    ['a very long sentence', { [inLesson('lesson.mdx')]: swap('An app that', `It is so. ${'An app and '.repeat(12)}an app that`) }, [`${inLesson('lesson.mdx')}:12:1 warning a sentence of 47 words, beginning "An app and An …" — say it in two; 30 words`]],
    ['a hard text', { [inLesson('lesson.mdx')]: swap('An app that', `${'Institutionalised responsibilities necessitate comprehensive documentation. '.repeat(25)} An app that`) }, [`${inLesson('lesson.mdx')}:1:1 warning the text needs about`]],
    ['another word than the glossary has', { 'content/courses/tiny/glossary.yaml': 'terms:\n  - term: app\n    means: A program.\n    not: [web program]\n', [inLesson('lesson.mdx')]: swap('An app that', 'Many\nweb programs are small. An app that') }, [`${inLesson('lesson.mdx')}:13:1 warning "web program" is called "app" in this course — write "app"`]],
    ['a term twice', { 'content/courses/tiny/glossary.yaml': 'terms:\n  - { term: app, means: A program. }\n  - { term: App, means: Another. }\n' }, ['content/courses/tiny/glossary.yaml:3:13 error the term "app" occurs twice']],
    ['a glossary with a wrong key', { 'content/courses/tiny/glossary.yaml': 'terms:\n  - { term: app, mean: A program. }\n' }, ['content/courses/tiny/glossary.yaml:2:18 error unknown key "mean" — did you mean "means"?']],
    ['text of the template', { [inLesson('lesson.mdx')]: swap('An app that', 'TEMPLATE: An app that') }, [`${inLesson('lesson.mdx')}:12:1 warning this is still the text of the template`]],
    ['skipped heading', { [inLesson('lesson.mdx')]: swap('## Say it', '#### Say it') }, [`${inLesson('lesson.mdx')}:28:1 error "Say it to somebody" skips a level of headings — write ###`]],
    ['too few examples', { [inLesson('examples/hello.py')]: null, [inLesson('examples/hello.out')]: null, [inLesson('lesson.mdx')]: swap('<Example name="hello" title="Hello" />', '') }, ['a lesson has 3 to 5 examples, this one has 2']],
    ['example without output', { [inLesson('examples/hello.out')]: null }, [`${inLesson('examples/hello.out')}:1:1 error this file is missing — npm run check:exercises -- --update`]],
    ['stray file', { [hello('solutions.py')]: '' }, [`${hello('solutions.py')}:1:1 error this file has no meaning here — did you mean "solution.py"?`]],
    ['missing prompt', { [hello('prompt.mdx')]: null }, [`${hello('prompt.mdx')}:1:1 error this file is missing`]],
    ['starter without blanks', { [hello('starter.py')]: swap('___', '"?"') }, [`${hello('starter.py')}:1:1 error the starter of a fill-in has no blank`]],
    ['solution with a blank', { [hello('solution.py')]: swap('"hello"', '___') }, [`${hello('solution.py')}:1:1 error the solution has a blank`]],
    ['check renamed in checks.py', { [hello('checks.py')]: swap('GET / answers hello', 'GET / answers helo') }, [`${hello('exercise.yaml')}:10:11 error checks.py has no @check("GET / answers hello") — did you mean "GET / answers helo"?`, `${hello('checks.py')}:5:1 error exercise.yaml does not list the check "GET / answers helo"`]],
    ['checks in another order', { [goodbye('exercise.yaml')]: (text) => text.replace(/( {2}- name: .*bye\n.*\n)( {2}- name: .*200\n)/, '$2$1') }, [`${goodbye('exercise.yaml')}:10:3 error the checks are in another order than in checks.py`]],
    ['check name that is no literal', { [hello('checks.py')]: swap('@check("', '@check(f"') }, [`${hello('checks.py')}:5:1 error the name of a check is not a plain string`]],
    ['points out of bounds', { [hello('checks.py')]: swap('hello")', 'hello", points=20)') }, [`${hello('checks.py')}:5:1 error points are a whole number from 1 to 10, not 20`]],
    ['points that are computed', { [hello('checks.py')]: swap('hello")', 'hello", points=1 + 1)') }, [`${hello('checks.py')}:5:1 error points are a whole number from 1 to 10, not 1 + 1`]],
    ['a guard with points', { [goodbye('checks.py')]: swap('")', '", guard=True, points=2)') }, ['error a guard counts no points']],
    ['an option that a check does not know', { [hello('checks.py')]: swap('hello")', 'hello", point=2)') }, [`${hello('checks.py')}:5:1 error a check knows no "point"`]],
    ['visible that is no literal', { [hello('checks.py')]: swap('hello")', 'hello", visible=1)') }, [`${hello('checks.py')}:5:1 error visible is True or False, not 1`]],
    ['visible checks in a file that cannot be parted', { [hello('checks.py')]: (text) => text.replace('hello")', 'hello", visible=True)').concat('\nprint("loaded")\n') }, ['error what this line does to the visible checks cannot be told — a checks.py with visible checks holds imports']],
    ['a visible check that gives the solution away', { [hello('checks.py')]: (text) => text.replace('hello")', 'hello", visible=True)').replace(/def (\w+)\(client\):\n/, 'def $1(client):\n    "".join(["a quiet word"])\n'), [hello('solution.py')]: (text) => `${text}# a quiet word\n` }, [`${hello('checks.py')}:1:1 warning the visible checks hold "a quiet word", which stands in the solution and nowhere that learners read`]],
    ['visible checks of a program that reads input', { [hello('checks.py')]: swap('hello")', 'hello", visible=True)'), [hello('exercise.yaml')]: swap('kind: fill-in', 'kind: fill-in\nstdin: "3"') }, [`${hello('checks.py')}:1:1 warning its visible checks do not run in browsers`]],
    ['nothing but guards', { [hello('checks.py')]: swap('hello")', 'hello", guard=True)') }, [`${hello('checks.py')}:1:1 error every check is a guard`]],
    ['a plain assert', { [hello('checks.py')]: (text) => `${text}    assert client\n` }, ['warning a plain assert tells the learner nothing — write expect(']],
    ['unknown hint', { [hello('exercise.yaml')]: swap('    hint: word', '    hint: wort') }, [`${hello('exercise.yaml')}:11:11 error there is no hint "wort" — did you mean "word"?`]],
    ['bad pattern', { [hello('exercise.yaml')]: swap('pattern: HELLO', 'pattern: "HELLO("') }, [`${hello('exercise.yaml')}:15:14 error "HELLO(" is not a regular expression`]],
    ['waiver of a line that is not there', { [hello('exercise.yaml')]: swap('kind: fill-in', "kind: fill-in\nwaived:\n  - line: return 'hello'\n    becomes: return None\n    reason: So it is.") }, [`${hello('exercise.yaml')}:5:11 error solution.py has no line "return 'hello'" — did you mean "return "hello""?`]],
    ['waiver that changes nothing', { [hello('exercise.yaml')]: swap('kind: fill-in', 'kind: fill-in\nwaived:\n  - line: return "hello"\n    becomes: return "hello"\n    reason: So it is.') }, [`${hello('exercise.yaml')}:6:14 error the waived line does not change`]],
    ['limit out of bounds', { [hello('exercise.yaml')]: swap('kind: fill-in', 'kind: fill-in\nlimits:\n  seconds: 600\n  memory_mb: 1.5') }, [`${hello('exercise.yaml')}:5:12 error "limits.seconds": must be a whole number from 1 to 20 (seconds) — Seconds for the program`, `${hello('exercise.yaml')}:6:14 error "limits.memory_mb": must be a whole number from 64 to 512 (megabytes)`]],
    ['limit in another unit', { [hello('exercise.yaml')]: swap('kind: fill-in', 'kind: fill-in\nlimits: { memory: 128 }') }, [`${hello('exercise.yaml')}:4:11 error unknown key "memory" — did you mean "memory_mb"?`]],
    ['deterministic that is no yes or no', { [hello('exercise.yaml')]: swap('kind: fill-in', 'kind: fill-in\ndeterministic: sometimes') }, [`${hello('exercise.yaml')}:4:16 error "deterministic": Invalid input: expected boolean, received string — false when`]],
    ['mistake without a program', { [hello('wrong/shouts.py')]: null }, [`${hello('exercise.yaml')}:13:9 error there is no wrong/shouts.py`]],
    ['program without a mistake', { [hello('wrong/whispers.py')]: swap('', '"""A.\n\nfails: GET / answers hello\nhint: word\n"""\n') }, [`${hello('wrong/whispers.py')}:1:1 error exercise.yaml has no mistake "whispers"`]],
    ['wrong answer that names no check', { [hello('wrong/shouts.py')]: swap('fails: GET / answers hello\n', '') }, [`${hello('wrong/shouts.py')}:1:1 error the docstring does not say which check fails`]],
    ['wrong answer that names an unknown check', { [hello('wrong/shouts.py')]: swap('fails: GET / answers hello', 'fails: GET / answers helo') }, [`${hello('wrong/shouts.py')}:3:1 error there is no check "GET / answers helo" — did you mean "GET / answers hello"?`]],
    ['wrong answer with another hint', { [hello('wrong/shouts.py')]: swap('hint: word', 'hint: answer') }, [`${hello('wrong/shouts.py')}:4:1 error exercise.yaml shows the hint "word" for this mistake`]],
    ['answer that is no option', { [inLesson('quiz.yaml')]: swap('answer: next', 'answer: nxet') }, [`${inLesson('quiz.yaml')}:23:13 error no option has the id "nxet" — did you mean "next"?`]],
    ['option id twice', { [inLesson('quiz.yaml')]: swap('- id: same', '- id: next') }, [`${inLesson('quiz.yaml')}:14:13 error the option id "next" occurs twice`]],
    ['telling option id', { [inLesson('quiz.yaml')]: swap('- id: same', '- id: wrong-1') }, [`${inLesson('quiz.yaml')}:14:13 error the option id "wrong-1" gives the answer away`]],
    ['question twice', { [inLesson('quiz.yaml')]: swap('What is five and one?', 'What is four and one?') }, ['error the question "What is four and one?" occurs twice']],
    ['question whose code is no Python', { [inLesson('quiz.yaml')]: swap('print(1 + 1)', 'print(1 +)') }, [`${inLesson('quiz.yaml')}:8:1 error this is not complete Python`]],
    ['nine questions', { [inLesson('quiz.yaml')]: (text) => text.slice(0, text.indexOf('  - id: ten')) }, [`${inLesson('quiz.yaml')}:3:3 error "questions": a quiz has ten questions`]],
    ['three options', { [inLesson('quiz.yaml')]: swap(/ {6}- id: joined\n.*\n.*\n/, '') }, [`${inLesson('quiz.yaml')}:11:7 error "questions.0.options": a question has four options`]],
    ['too little code', { [inLesson('quiz.yaml')]: (text) => text.replaceAll('```python', '').replaceAll('```', '') }, ['error 0 of 10 questions show code']],
    ['answer always longest', { [inLesson('quiz.yaml')]: (text) => text.replace(/(- id: next\n +text: )'(\d+)'/g, "$1'$2, as it seems'") }, ['warning the right option is the longest in 10 questions']],
    ['activity id twice', { [goodbye('exercise.yaml')]: swap('tiny-say-goodbye', 'tiny-say-hello') }, ['the id "tiny-say-hello" is already used in']],
  ];

  test.each(cases)('%s', (_name, changes, expected) => {
    const found = diagnosticsOf(courseWith(changes));
    for (const part of expected) expect(found.some((line) => line.includes(part)), `${part}\nis not in\n${found.join('\n')}`).toBe(true);
  });

  test('all faults of all files come at once, in the order of files and lines', () => {
    const many = readLibrary(courseWith({ [COURSE]: swap('title:', 'titel:'), [inLesson('lesson.mdx')]: swap('<Quiz />', ''), [hello('exercise.yaml')]: swap('pattern: HELLO', 'patern: HELLO'), [inLesson('quiz.yaml')]: swap('answer: next', 'answer: n') })).diagnostics;
    expect(new Set(many.map((diagnostic) => diagnostic.file))).toEqual(new Set([COURSE, hello('exercise.yaml'), inLesson('lesson.mdx'), inLesson('quiz.yaml')]));
    expect(many.map((d) => d.file)).toEqual(many.map((d) => d.file).sort((a, b) => a.localeCompare(b)));
  });
});

test('a picture that is there is no fault, nor one of another site', () => {
  expect(diagnosticsOf(courseWith({ 'public/pictures/a cup.png': '', [inLesson('lesson.mdx')]: swap('An app that', '![a cup](/pictures/a%20cup.png?2) ![tea](https://example.org/tea.png) An app that') }))).toEqual([]);
});

test('points reach the key', () => {
  const checks = swap('")', '", points=4)');
  expect(readLibrary(courseWith({ [goodbye('checks.py')]: checks })).exerciseKeys.get('tiny-say-goodbye')?.checkPoints).toEqual({ 'GET /bye answers goodbye': 4, 'GET /bye answers with 200': 1 });
});

test('limits and determinism reach the key', () => {
  const keyWith = (more: string) => readLibrary(courseWith({ [hello('exercise.yaml')]: swap('kind: fill-in', `kind: fill-in\n${more}`) })).exerciseKeys.get('tiny-say-hello');
  expect(keyWith('# nothing')).toMatchObject({ limits: {}, deterministic: true });
  expect(keyWith('limits: { seconds: 8, memory_mb: 96, output_kb: 64 }\ndeterministic: false')).toMatchObject({ limits: { seconds: 8, memoryMb: 96, outputKb: 64 }, deterministic: false });
});

test('an unknown key hides nothing of the rest of its file, and breaks nothing else', () => {
  const { courses, diagnostics } = readLibrary(courseWith({ [hello('exercise.yaml')]: swap('kind: fill-in', 'kind: fill-in\nlevel: easy') }));
  expect(diagnostics.map((diagnostic) => diagnostic.message)).toEqual(['unknown key "level"']);
  expect(courses[0]?.modules[0]?.lessons[0]?.exercises).toHaveLength(2);
});

test('an exercise.yaml that cannot be read accuses no other file', () => {
  const { diagnostics } = readLibrary(courseWith({ [hello('exercise.yaml')]: swap('kind: fill-in', 'kind: filling') }));
  expect(diagnostics.map(formatDiagnostic)).toEqual([expect.stringMatching(/exercise\.yaml:3:7 error "kind": Invalid option: expected one of "fill-in"\|"challenge" — fill-in: a program/)]);
});

test('two courses may not share an id', () => {
  const files = new Map(good);
  for (const [file, text] of good) files.set(file.replace('/tiny/', '/twin/'), text);
  const found = diagnosticsOf(files);
  expect(found.filter((line) => line.includes('is already used in')).map((line) => /"(.*?)"/.exec(line)?.[1]).sort()).toEqual(['tiny', 'tiny-greetings', 'tiny-greetings-quiz', 'tiny-say-goodbye', 'tiny-say-hello', 'tiny-start']);
});
