import { EmptyState } from '@/components/empty-state';
import { PageLink } from '@/components/page-link';
import type { CourseLinks } from '../schema';
import styles from './course-list.module.css';

const hours = (minutes: number) => (minutes < 90 ? `${minutes} minutes` : `about ${Math.round(minutes / 60)} hours`);

/** The courses of the site. */
export function CourseList({ courses, level: Title = 'h2' }: { courses: CourseLinks[]; level?: 'h2' | 'h3' }) {
  if (courses.length === 0) return <EmptyState title="No courses yet">Put a folder under content/courses and it will show here.</EmptyState>;
  return (
    <ul className={styles.list}>
      {courses.map((course) => {
        const lessons = course.modules.flatMap((module) => module.lessons);
        return (
          <li key={course.id} className={styles.course}>
            <div className={styles.about}>
              <Title className={styles.title}>
                <PageLink href={course.path}>
                  {course.title}
                </PageLink>
              </Title>
              <p>{course.summary}</p>
              <p className={styles.facts}>
                {lessons.length} {lessons.length === 1 ? 'lesson' : 'lessons'}, {hours(course.minutes)}
              </p>
            </div>
            <ol className={styles.lessons} aria-label={`Lessons of ${course.title}`}>
              {lessons.slice(0, 5).map((lesson) => (
                <li key={lesson.id}>
                  <PageLink href={lesson.path}>
                    {lesson.title}
                  </PageLink>
                </li>
              ))}
              {lessons.length > 5 && <li className={styles.more}>and {lessons.length - 5} more</li>}
            </ol>
          </li>
        );
      })}
    </ul>
  );
}
