import type { QuizFile } from '../schema';
import { reportTwins } from './ids';
import { checkText, type FoundLink } from './markdown-text';
import { shuffledById } from './option-order';
import { didYouMean, type Report } from './report';
import type { YamlFile } from './yaml-file';

const QUESTIONS_WITH_CODE = 3;
/** Of ten: more than this and a guesser gains by the habit. By chance it happens to fewer than one quiz in fifty. */
const HABIT = 6;
const TELLING = /^(right|correct|answer|wrong)(-?\d+)?$/;

/** The rules of a quiz that a schema cannot say. @returns the links in it */
export function checkQuiz({ yaml: { data, at }, report }: { yaml: YamlFile<QuizFile>; report: Report }): FoundLink[] {
  reportTwins({ values: data.questions.map((q) => q.id), what: 'question id', place: (i) => at('questions', i, 'id'), report });
  reportTwins({ values: data.questions.map((q) => q.prompt.replace(/\s+/g, ' ').trim()), what: 'question', place: (i) => at('questions', i, 'prompt'), report });

  data.questions.forEach((question, i) => {
    const optionIds = question.options.map((option) => option.id);
    reportTwins({ values: optionIds, what: 'option id', place: (j) => at('questions', i, 'options', j, 'id'), report });
    reportTwins({ values: question.options.map((o) => o.text.trim()), what: 'option text', place: (j) => at('questions', i, 'options', j, 'text'), report });
    if (!optionIds.includes(question.answer)) report.error(at('questions', i, 'answer'), `no option has the id "${question.answer}"`, didYouMean(question.answer, optionIds));
    question.options.forEach((option, j) => {
      if (TELLING.test(option.id)) report.error(at('questions', i, 'options', j, 'id'), `the option id "${option.id}" gives the answer away`, 'ids reach the browser: name the option for what it says');
    });
  });

  const withCode = data.questions.filter((question) => question.prompt.includes('```')).length;
  if (withCode < QUESTIONS_WITH_CODE) report.error(at('questions'), `${withCode} of ${data.questions.length} questions show code`, `put a \`\`\`python block in the prompt of at least ${QUESTIONS_WITH_CODE}`);
  warnOfHabits({ data, place: at('questions'), report });

  return data.questions.flatMap((question, i) => [
    ...checkText({ text: question.prompt, place: at('questions', i, 'prompt'), report }),
    ...checkText({ text: question.explanation, place: at('questions', i, 'explanation'), report }),
    ...question.options.flatMap((option, j) => checkText({ text: option.reason, place: at('questions', i, 'options', j, 'reason'), report })),
  ]);
}

function warnOfHabits({ data, place, report }: { data: QuizFile; place: ReturnType<YamlFile<QuizFile>['at']>; report: Report }) {
  const longest = data.questions.filter(({ options, answer }) => {
    const length = (id: string) => options.find((option) => option.id === id)?.text.length ?? 0;
    return options.every((option) => option.id === answer || option.text.length < length(answer));
  });
  if (longest.length > HABIT) report.warning(place, `the right option is the longest in ${longest.length} questions`, 'shorten some answers, or give wrong options as much detail');

  const shownAt = data.questions.map(({ id, options, answer }) => shuffledById({ seed: id, items: options }).findIndex((option) => option.id === answer));
  for (const position of [0, 1, 2, 3]) {
    const times = shownAt.filter((at) => at === position).length;
    if (times > HABIT) report.warning(place, `the right option is shown in place ${position + 1} in ${times} questions`, 'options are ordered by the hash of their ids: rename some option ids');
  }
}
