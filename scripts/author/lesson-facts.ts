import { readStatistics } from '../../lib/authoring/data';
import type { LessonFacts } from '../../lib/authoring/schema';
import { countWords } from '../../lib/content/data';
import { findLesson } from './find-exercise';
import { keptScore } from './mutation-facts';

/** What the author bar says of a lesson; null when there is none, or when it cannot be read. */
export async function readLessonFacts({ course, lesson: slug, root }: { course: string; lesson: string; root: string }): Promise<LessonFacts | null> {
  const found = await findLesson({ course, lesson: slug, root });
  if (!found) return null;
  const { lesson, exercises } = found;
  // a site whose database is away is still worth writing lessons on
  const statistics = await readStatistics(exercises.map(({ key }) => key.exercise.id)).catch(() => new Map());
  return {
    title: lesson.title,
    words: await countWords(lesson.id, { root }),
    minutes: lesson.minutes,
    exercises: await Promise.all(
      exercises.map(async (one) => {
        const { id, title, kind, checkNames } = one.key.exercise;
        return { id, title, kind, checks: checkNames.length, mistakes: one.key.wrong.length, mutation: await keptScore({ ...one, root }), statistics: statistics.get(id) ?? null };
      }),
    ),
  };
}
