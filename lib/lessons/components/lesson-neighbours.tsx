import { Icon } from '@/components/icon';
import { PageLink } from '@/components/page-link';
import type { CourseLinks, LessonLink } from '../schema';
import styles from './lesson-neighbours.module.css';

/** Back and on, at the end of a lesson. */
export function LessonNeighbours({ previous, next, course }: { previous: LessonLink | null; next: LessonLink | null; course: CourseLinks }) {
  return (
    <nav className={`${styles.neighbours} no-print`} aria-label="Lessons">
      {previous && (
        <PageLink href={previous.path} rel="prev">
          <span>
            <Icon name="arrow-left" size={16} /> Previous
          </span>
          <strong>{previous.title}</strong>
        </PageLink>
      )}
      <PageLink className={styles.course} href={course.path}>
        <span>All lessons</span>
        <strong>{course.title}</strong>
      </PageLink>
      {next && (
        <PageLink className={styles.next} href={next.path} rel="next">
          <span>
            Next <Icon name="arrow-right" size={16} />
          </span>
          <strong>{next.title}</strong>
        </PageLink>
      )}
    </nav>
  );
}
