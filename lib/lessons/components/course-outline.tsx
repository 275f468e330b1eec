import { PageLink } from '@/components/page-link';
import type { CourseLinks } from '../schema';
import { LessonProgress } from './lesson-progress';
import styles from './course-outline.module.css';

/** The modules and lessons of a course, in order, with what this visitor has done in each. */
export function CourseOutline({ course }: { course: CourseLinks }) {
  return (
    <ol className={styles.modules}>
      {course.modules.map((module) => (
        <li key={module.id} className={styles.module}>
          <div className={styles.about}>
            <h2 id={module.id}>{module.title}</h2>
            {module.summary && <p>{module.summary}</p>}
          </div>
          <ol className={styles.lessons} aria-labelledby={module.id}>
            {module.lessons.map((lesson) => (
              <li key={lesson.id} className={styles.lesson}>
                <PageLink className={styles.title} href={lesson.path}>
                  {lesson.title}
                </PageLink>
                <p className={styles.summary}>{lesson.summary}</p>
                <p className={styles.facts}>
                  <span>{lesson.minutes} minutes</span>
                  <LessonProgress courseId={course.id} lessonId={lesson.id} activityIds={lesson.activityIds} />
                </p>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}
