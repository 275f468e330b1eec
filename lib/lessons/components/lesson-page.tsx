import type { MDXContent } from 'mdx/types';
import { PageLink } from '@/components/page-link';
import { reportPath } from '@/lib/content/rules';
import type { LessonParts, LessonLink, ModuleLinks, PathStop } from '../schema';
import { lessonComponents } from './lesson-components';
import { LessonHead } from './lesson-head';
import { LessonNeighbours } from './lesson-neighbours';
import { LessonRail } from './lesson-rail';
import styles from './lesson-page.module.css';

type Props = LessonParts & { Content: MDXContent; module?: ModuleLinks; path: PathStop[]; previous: LessonLink | null };

/** A lesson: its head, the path beside it, the prose with its interactive parts, and the way on. */
export function LessonPage({ Content, module, path, previous, ...parts }: Props) {
  const { lesson, course, next } = parts;
  return (
    <article className={styles.page} lang={course.language}>
      <LessonHead lesson={lesson} course={course} module={module} />
      <div className={styles.rail}>
        <LessonRail courseId={lesson.courseId} lessonId={lesson.id} stops={path} />
      </div>
      <div className={styles.prose}>
        <Content components={lessonComponents(parts)} />
      </div>
      <p className={`${styles.report} no-print`}>
        Is something wrong, unclear or broken on this page? <PageLink href={reportPath({ courseSlug: lesson.courseSlug, lessonSlug: lesson.slug })}>Tell its authors</PageLink>. You need no account.
      </p>
      <LessonNeighbours previous={previous} next={next} course={course} />
    </article>
  );
}
