import { anchors } from '../rules';
import type { Example, ExerciseKey, ExerciseKind } from '../schema';
import type { Body, Use } from './lesson-body';
import { didYouMean, startOf, type Report } from './report';

/** What stands in the folder of a lesson, whether it could be read or not. */
export type Parts = { file: string; body: Body; exampleNames: string[]; examples: Pick<Example, 'name' | 'code'>[]; exerciseNames: string[]; exerciseKeys: ExerciseKey[]; mistakeIds: { id: string; exercise: string }[]; hasQuiz: boolean };

/** Everything named exists, everything that exists is used once, and no part of a lesson is missing. */
export function checkAnatomy({ parts, report }: { parts: Parts; report: Report }) {
  const { body, file } = parts;
  const used = (name: string) => body.uses.filter((use) => use.name === name);
  checkNames({ uses: used('Example'), attribute: 'name', what: 'example', folder: 'examples', names: parts.exampleNames, file, report });
  checkNames({ uses: used('Exercise'), attribute: 'name', what: 'exercise', folder: 'exercises', names: parts.exerciseNames, file, report });
  checkOpens({ uses: used('Example'), examples: parts.examples, report });
  checkMistakes({ parts, uses: used('Mistake'), report });
  checkCounts({ parts, count: (name) => used(name).length, report });
  used('Quiz').slice(1).forEach((use) => report.error(use.place, 'the quiz is shown twice', 'keep one <Quiz/>'));
  if (used('Quiz').length && !body.headings.some((heading) => heading.slug === anchors.quiz)) report.error(used('Quiz')[0]?.place ?? startOf(file), 'the quiz has no heading of its own', 'write ## Quiz above it: links lead to #quiz');
  if (used('Quiz').length && !parts.hasQuiz) report.error(used('Quiz')[0]?.place ?? startOf(file), '<Quiz/> but no quiz.yaml', 'write quiz.yaml beside lesson.mdx');
}

function checkNames({ uses, attribute, what, folder, names, file, report }: { uses: Use[]; attribute: string; what: string; folder: string; names: string[]; file: string; report: Report }) {
  const seen = new Set<string>();
  for (const { values, place, name: component } of uses) {
    const name = values.get(attribute);
    if (!name) continue; // said already: a required attribute
    if (!names.includes(name)) report.error(place, `there is no ${what} "${name}" in ${folder}/`, didYouMean(name, names));
    if (seen.has(name)) report.error(place, `the ${what} "${name}" is used twice`, `keep one <${component} ${attribute}="${name}"/>`);
    seen.add(name);
  }
  for (const name of names) {
    if (!seen.has(name)) report.error(startOf(file), `the ${what} "${name}" is never used`, `add <${component(what)} name="${name}"/>, or delete it from ${folder}/`);
  }
}

/** An app that is to be opened has to be there, and is opened at a path of its own. */
function checkOpens({ uses, examples, report }: { uses: Use[]; examples: Parts['examples']; report: Report }) {
  for (const { values, place } of uses) {
    const open = values.get('open');
    if (typeof open !== 'string') continue; // left out, or said already: not plain text
    if (!/^\/(?![/\\])\S*$/.test(open)) report.error(place, `open="${open}" of <Example> is no path of the app`, 'write open="/…", as the address bar has it');
    const program = examples.find(({ name }) => name === values.get('name'));
    if (program && !/^app\b.*=/m.test(program.code)) report.error(place, `open of <Example>: ${program.name}.py makes no app to open`, 'name the app `app`, or leave open out');
  }
}

const component = (what: string) => what.charAt(0).toUpperCase() + what.slice(1);

function checkMistakes({ parts: { mistakeIds, file, exerciseKeys, exerciseNames }, uses, report }: { parts: Parts; uses: Use[]; report: Report }) {
  const told = new Set<string>();
  const backed = [...new Set(mistakeIds.map((mistake) => mistake.id))];
  for (const { values, place } of uses) {
    const id = values.get('id');
    if (!id) continue;
    if (told.has(id)) report.error(place, `the mistake "${id}" is told twice`, 'give each <Mistake> its own id');
    told.add(id);
    const allRead = exerciseKeys.length === exerciseNames.length;
    if (allRead && !backed.includes(id)) report.error(place, `no exercise recognises the mistake "${id}"`, `${didYouMean(id, backed)} Or add it to mistakes: in an exercise.yaml, with wrong/${id}.py`);
  }
  for (const { id, exercise } of mistakeIds) {
    if (!told.has(id)) report.error(startOf(file), `the mistake "${id}" of the exercise "${exercise}" is not told`, `add <Mistake id="${id}" title="…" error="…">why, and how to fix it</Mistake>`);
  }
}

function checkCounts({ parts: { file, exampleNames, exerciseKeys, exerciseNames, hasQuiz }, count, report }: { parts: Parts; count: (name: string) => number; report: Report }) {
  const want = (ok: boolean, message: string, fix: string) => {
    if (!ok) report.error(startOf(file), message, fix);
  };
  want(exampleNames.length >= 3 && exampleNames.length <= 5, `a lesson has 3 to 5 examples, this one has ${exampleNames.length}`, 'put runnable programs in examples/ and show them with <Example/>');
  for (const name of ['RuleOfThumb', 'Predict'] as const) want(count(name) > 0, `the lesson has no <${name}>`, `add one where it teaches`);
  want(count('Mistake') >= 2 && count('Mistake') <= 4, `a lesson tells 2 to 4 common mistakes, this one ${count('Mistake')}`, 'write <Mistake id="…" title="…" error="…">');
  for (const name of ['QuickReference', 'Recap', 'UpNext'] as const) want(count(name) === 1, `the lesson needs exactly one <${name}>, it has ${count(name)}`, `${count(name) ? 'keep one' : `add <${name}>`}`);
  want(count('Quiz') > 0, 'the lesson shows no quiz', hasQuiz ? 'add <Quiz/>' : 'write quiz.yaml and add <Quiz/>');
  if (exerciseKeys.length < exerciseNames.length) return; // kinds are known only when every exercise.yaml was read
  const ofKind = (kind: ExerciseKind) => exerciseKeys.filter((key) => key.exercise.kind === kind).length;
  for (const kind of ['fill-in', 'challenge'] as const) want(ofKind(kind) === 1, `a lesson has one exercise of kind ${kind}, this one has ${ofKind(kind)}`, `put it in exercises/ with kind: ${kind}`);
}
