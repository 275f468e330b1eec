import { type LessonJob, readLesson } from './read-lesson';

type Kept = { madeOf: string[]; read: ReturnType<typeof readLesson> };

/**
 * What was read of each lesson, for as long as nothing that it was made of changes: a lesson costs about 100 ms, and an author
 * who saves a file waits for it.
 */
export class KeptLessons {
  private readonly kept = new Map<string, Kept>();

  /** As `readLesson`. */
  read(job: LessonJob): ReturnType<typeof readLesson> {
    const name = `${job.courseSlug}/${job.slug}`;
    const madeOf = textsOf(job);
    const before = this.kept.get(name);
    const kept = before && same(before.madeOf, madeOf) ? before : { madeOf, read: readLesson(job) };
    this.kept.set(name, kept);
    return kept.read;
  }
}

const textsOf = ({ files, courseSlug, courseId, moduleId, slug, language, glossary }: LessonJob): string[] => [courseSlug, courseId, moduleId, slug, language, JSON.stringify(glossary), ...files.flat()];

const same = (a: string[], b: string[]) => a.length === b.length && a.every((text, index) => text === b[index]);
