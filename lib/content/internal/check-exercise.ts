import { hasBlank } from '../rules';
import type { ExerciseFile, ExerciseKey } from '../schema';
import { checkVisible } from './check-visible';
import { reportTwins } from './ids';
import { checkText, type FoundLink } from './markdown-text';
import { assertsIn, checksIn, DOES_NOT_RUN, syntaxFault, wrongClaims } from './python-source';
import { didYouMean, startOf, type Place, type Report } from './report';
import type { YamlFile } from './yaml-file';

/** `shown`: all that learners read of the lesson before they hand anything in */
type Given = { folder: string; yaml: YamlFile<ExerciseFile>; key: ExerciseKey; shown: string; report: Report };

/** The rules of an exercise folder that a schema cannot say. @returns the links in its hints */
export function checkExercise(given: Given): FoundLink[] {
  checkYaml(given);
  checkPrograms(given);
  checkWaivers(given);
  checkCheckNames(given);
  checkVisible(given);
  checkWrongAnswers(given);
  const { yaml: { data, at }, report } = given;
  return data.hints.flatMap((hint, i) => checkText({ text: hint.text, place: at('hints', i, 'text'), report }));
}

function checkYaml({ yaml: { data, at }, report }: Given) {
  const hintIds = data.hints.map((hint) => hint.id);
  const checks = data.checks.map((check) => check.name);
  reportTwins({ values: hintIds, what: 'hint id', place: (i) => at('hints', i, 'id'), report });
  reportTwins({ values: checks, what: 'check', place: (i) => at('checks', i, 'name'), report });
  reportTwins({ values: data.mistakes.map((mistake) => mistake.id), what: 'mistake id', place: (i) => at('mistakes', i, 'id'), report });
  const knownHint = (hint: string | undefined, place: Place) => {
    if (hint !== undefined && !hintIds.includes(hint)) report.error(place, `there is no hint "${hint}"`, didYouMean(hint, hintIds));
  };
  data.checks.forEach((check, i) => knownHint(check.hint, at('checks', i, 'hint')));
  data.mistakes.forEach((mistake, i) => {
    knownHint(mistake.hint, at('mistakes', i, 'hint'));
    if (mistake.check !== undefined && !checks.includes(mistake.check)) report.error(at('mistakes', i, 'check'), `there is no check "${mistake.check}"`, didYouMean(mistake.check, checks));
    if (mistake.pattern !== undefined && !isPattern(mistake.pattern)) report.error(at('mistakes', i, 'pattern'), `"${mistake.pattern}" is not a regular expression`, 'put a \\ before each ( ) [ ] { } . * + ? that stands for itself');
  });
}

function isPattern(text: string): boolean {
  try {
    return Boolean(new RegExp(text));
  } catch {
    return false;
  }
}

/** A waiver speaks of a line that is there; whether it is needed only the mutants tell. */
function checkWaivers({ yaml: { data, at }, key, report }: Given) {
  const lines = key.solution.split('\n').map((line) => line.trim()).filter(Boolean);
  data.waived.forEach(({ line, becomes }, i) => {
    if (!lines.includes(line)) report.error(at('waived', i, 'line'), `solution.py has no line "${line}"`, didYouMean(line, [...new Set(lines)]));
    if (line === becomes) report.error(at('waived', i, 'becomes'), 'the waived line does not change', 'copy line and becomes from what npm run check:exercises prints');
  });
}

function checkPrograms({ folder, yaml: { data }, key, report }: Given) {
  const { starter } = key.exercise;
  if (data.kind === 'fill-in' && starter && !hasBlank(starter)) report.error(startOf(`${folder}/starter.py`), 'the starter of a fill-in has no blank', 'replace what learners are to write with ___');
  if (data.kind === 'challenge' && hasBlank(starter)) report.error(startOf(`${folder}/starter.py`), 'the starter of a challenge has a blank', 'remove ___, or make it kind: fill-in');
  if (hasBlank(key.solution)) report.error(startOf(`${folder}/solution.py`), 'the solution has a blank', 'replace ___ with the answer');
  if (starter && starter.trim() === key.solution.trim()) report.error(startOf(`${folder}/starter.py`), 'the starter is the solution', 'take out what learners are to write');
  for (const [file, code] of [['solution.py', key.solution], ['checks.py', key.checks]] as const) {
    const fault = syntaxFault(code);
    if (fault) report.warning({ file: `${folder}/${file}`, ...fault }, 'this does not look like Python 3.13', 'npm run check:exercises tells for certain');
  }
}

/** exercise.yaml and checks.py name the same checks in the same order. */
function checkCheckNames({ folder, yaml: { data, at }, key, report }: Given) {
  if (!key.checks) return; // said already: the file is missing
  const file = `${folder}/checks.py`;
  const written = checksIn(key.checks);
  for (const { fault, line, column } of written) if (fault) report.error({ file, line, column }, fault, 'write it as @check("GET / says hello", points=2), or with guard=True');
  if (written.length && written.every(({ points }) => points === 0)) report.error(startOf(file), 'every check is a guard, so nothing counts', 'take guard=True away from the checks that an empty program fails');
  for (const place of assertsIn(key.checks)) report.warning({ file, ...place }, 'a plain assert tells the learner nothing', 'write expect(…, "what should be so"), or one of the expectations in docs/checks.md');
  for (const { name, line, column } of written) if (name === null) report.error({ file, line, column }, 'the name of a check is not a plain string', 'write it as @check("GET / says hello")');
  const names = written.map((check) => check.name ?? '');
  const listed = data.checks.map((check) => check.name);
  listed.forEach((name, i) => {
    if (!names.includes(name)) report.error(at('checks', i, 'name'), `checks.py has no @check("${name}")`, didYouMean(name, names.filter((other) => !listed.includes(other))));
  });
  written.forEach(({ name, line, column }) => {
    if (name !== null && !listed.includes(name)) report.error({ file, line, column }, `exercise.yaml does not list the check "${name}"`, didYouMean(name, listed.filter((other) => !names.includes(other))));
  });
  const sameSet = names.length === listed.length && names.every((name) => listed.includes(name));
  if (sameSet && names.join('\n') !== listed.join('\n')) report.error(at('checks'), 'the checks are in another order than in checks.py', `write them as: ${names.join(' · ')}`);
}

function checkWrongAnswers({ folder, yaml: { data, at }, key, report }: Given) {
  const wrongIds = key.wrong.map((wrong) => wrong.id);
  data.mistakes.forEach((mistake, i) => {
    if (!wrongIds.includes(mistake.id)) report.error(at('mistakes', i, 'id'), `there is no wrong/${mistake.id}.py`, 'write the program of a learner who makes this mistake');
  });
  const hintIds = data.hints.map((hint) => hint.id);
  const checks = data.checks.map((check) => check.name);
  for (const { id, code } of key.wrong) {
    const file = `${folder}/wrong/${id}.py`;
    const mistake = data.mistakes.find((one) => one.id === id);
    if (!mistake) report.error(startOf(file), `exercise.yaml has no mistake "${id}"`, didYouMean(id, data.mistakes.map((one) => one.id).filter((one) => !wrongIds.includes(one))));
    const { fails, hint } = wrongClaims(code);
    if (!fails) report.error(startOf(file), 'the docstring does not say which check fails', `start with """What went wrong.\\n\\nfails: <check name>\\nhint: <hint id>\\n"""; for a program that does not run: fails: ${DOES_NOT_RUN}`);
    else if (fails.value !== DOES_NOT_RUN && !checks.includes(fails.value)) report.error({ file, ...placeOf(fails) }, `there is no check "${fails.value}"`, didYouMean(fails.value, [...checks, DOES_NOT_RUN]));
    else if (mistake && (mistake.check ?? DOES_NOT_RUN) !== fails.value) report.error({ file, ...placeOf(fails) }, `exercise.yaml says this mistake fails "${mistake.check ?? DOES_NOT_RUN}"`, 'make the two agree');
    if (!hint) report.error(startOf(file), 'the docstring does not say which hint shows', `add a line hint: <one of ${hintIds.join(', ')}>`);
    else if (!hintIds.includes(hint.value)) report.error({ file, ...placeOf(hint) }, `there is no hint "${hint.value}"`, didYouMean(hint.value, hintIds));
    else if (mistake) {
      const shown = mistake.hint ?? key.checkHints[mistake.check ?? ''];
      if (shown !== hint.value) report.error({ file, ...placeOf(hint) }, `exercise.yaml shows ${shown ? `the hint "${shown}"` : 'no hint'} for this mistake`, 'make the two agree: hint: of the mistake, else hint: of its check');
    }
  }
}

const placeOf = ({ line, column }: { line: number; column: number }) => ({ line, column });
