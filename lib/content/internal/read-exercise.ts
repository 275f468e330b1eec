import { exerciseFile, type Exercise, type ExerciseFile, type ExerciseKey, type Limits } from '../schema';
import { checkBody } from './check-body';
import { checkProse } from './check-prose';
import { checkExercise } from './check-exercise';
import { PROMPT_COMPONENTS } from './components';
import { hashOf, namesIn } from './files';
import { linksOf, readBody } from './lesson-body';
import type { LessonScope } from './lesson-scope';
import { checksIn, wrongClaims } from './python-source';
import { didYouMean, startOf } from './report';
import { readYaml } from './yaml-file';

const FILES = ['exercise.yaml', 'prompt.mdx', 'starter.py', 'solution.py', 'checks.py'];

/** Reads exercises/<name>/; null when exercise.yaml is missing or wrong. */
export function readExercise({ name, scope }: { name: string; scope: LessonScope }): ExerciseKey | null {
  const { files, report, ids, courseId, lessonId, lessonPath } = scope;
  const folder = `${scope.folder}/exercises/${name}`;
  reportFiles({ folder, scope });

  checkPrompt({ file: `${folder}/prompt.mdx`, name, scope });
  const text = files.get(`${folder}/exercise.yaml`);
  const yaml = text === undefined ? null : readYaml({ file: `${folder}/exercise.yaml`, text, schema: exerciseFile, report });
  if (!yaml) return null;
  ids.push({ kind: 'activity', id: yaml.data.id, place: yaml.at('id') });

  const code = (file: string) => files.get(`${folder}/${file}`) ?? '';
  const wrong = namesIn(files, `${folder}/wrong`).filter((file) => file.endsWith('.py')).map((file) => {
    const claims = wrongClaims(code(`wrong/${file}`));
    return { id: file.slice(0, -'.py'.length), code: code(`wrong/${file}`), fails: claims.fails?.value ?? null, hint: claims.hint?.value ?? null };
  });
  const { data } = yaml;
  const exercise: Exercise = {
    id: data.id,
    name,
    title: data.title,
    kind: data.kind,
    starter: code('starter.py'),
    hints: data.hints,
    checkNames: data.checks.map((check) => check.name),
    contentHash: hashOf([code('starter.py'), code('checks.py'), code('solution.py'), whatDecides(data)]),
    courseId,
    lessonId,
  };
  const key: ExerciseKey = {
    exercise,
    solution: code('solution.py'),
    checks: code('checks.py'),
    checkHints: Object.fromEntries(data.checks.map((check) => [check.name, check.hint])),
    checkPoints: Object.fromEntries(checksIn(code('checks.py')).flatMap(({ name, points }) => (name === null ? [] : [[name, points]]))),
    mistakes: data.mistakes,
    waived: data.waived,
    stdin: data.stdin,
    limits: limitsOf(data),
    deterministic: data.deterministic,
    wrong,
    lessonPath,
  };
  scope.links.push(...checkExercise({ folder, yaml, key, shown: shownIn(scope, folder), report }));
  return key;
}

/** The text, the examples, and of the exercise what is seen before it is done. */
function shownIn({ files, folder: lesson }: LessonScope, folder: string): string {
  const shown = [`${lesson}/lesson.mdx`, ...['prompt.mdx', 'starter.py', 'exercise.yaml'].map((file) => `${folder}/${file}`)];
  return [...files].filter(([file]) => shown.includes(file) || file.startsWith(`${lesson}/examples/`)).map(([, text]) => text).join('\n');
}

/** The part of exercise.yaml that a verdict depends on: a reworded title or hint leaves earlier verdicts valid. */
const whatDecides = ({ kind, checks, mistakes, stdin, limits, deterministic }: ExerciseFile) => ({
  kind, checks, mistakes, limits,
  // only when said, so that the exercises that say nothing keep their hash
  stdin: stdin || undefined,
  deterministic: deterministic ? undefined : false,
});

const limitsOf = ({ limits }: ExerciseFile): Limits => ({ seconds: limits?.seconds, memoryMb: limits?.memory_mb, outputKb: limits?.output_kb });

function checkPrompt({ file, name, scope: { files, report, links, prompts, language, glossary } }: { file: string; name: string; scope: LessonScope }) {
  const text = files.get(file);
  if (text === undefined) return; // said already
  if (text.trim() === '') report.error(startOf(file), 'the prompt is empty', 'say what to write, in Markdown');
  const body = readBody({ file, text, report });
  if (!body) return;
  checkBody({ body, components: PROMPT_COMPONENTS, topHeading: 4, report });
  checkProse({ body, file, language, glossary, report });
  links.push(...linksOf(body));
  prompts.set(name, body);
}

function reportFiles({ folder, scope: { files, report } }: { folder: string; scope: LessonScope }) {
  const names = namesIn(files, folder);
  for (const file of FILES) {
    if (!names.includes(file)) report.error(startOf(`${folder}/${file}`), 'this file is missing', 'every exercise has exercise.yaml, prompt.mdx, starter.py, solution.py and checks.py');
  }
  for (const file of names) {
    if (!FILES.includes(file) && file !== 'wrong') report.error(startOf(`${folder}/${file}`), 'this file has no meaning here', didYouMean(file, [...FILES, 'wrong']));
  }
}
