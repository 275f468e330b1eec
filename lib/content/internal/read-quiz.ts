import { quizFile, type Quiz, type QuizKey } from '../schema';
import { checkQuiz } from './check-quiz';
import { hashOf } from './files';
import type { LessonScope } from './lesson-scope';
import { shuffledById } from './option-order';
import { readYaml } from './yaml-file';

/** Reads quiz.yaml of a lesson; null when there is none or when it is wrong. */
export function readQuiz({ files, folder, report, ids, courseId, lessonId, links }: LessonScope): QuizKey | null {
  const file = `${folder}/quiz.yaml`;
  const text = files.get(file);
  if (text === undefined) return null;
  const yaml = readYaml({ file, text, schema: quizFile, report });
  if (!yaml) return null;
  ids.push({ kind: 'activity', id: yaml.data.id, place: yaml.at('id') });
  links.push(...checkQuiz({ yaml, report }));

  const { id, questions } = yaml.data;
  const shown = questions.map((question) => ({
    id: question.id,
    prompt: question.prompt,
    options: shuffledById({ seed: question.id, items: question.options }).map((option) => ({ id: option.id, text: option.text })),
  }));
  const quiz: Quiz = { id, courseId, lessonId, contentHash: hashOf([id, shown, questions.map((question) => question.answer)]), questions: shown };
  return { quiz, questions };
}
