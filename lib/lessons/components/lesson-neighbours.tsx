import Link from 'next/link';
import { Icon } from '@/components/icon';
import type { CourseLinks, LessonLink } from '../schema';
import styles from './lesson-neighbours.module.css';

/** Back and on, at the end of a lesson. */
export function LessonNeighbours({ previous, next, course }: { previous: LessonLink | null; next: LessonLink | null; course: CourseLinks }) {
  return (
    <nav className={`${styles.neighbours} no-print`} aria-label="Lessons">
      {previous && (
        <Link href={previous.path} prefetch={false} rel="prev">
          <span>
            <Icon name="arrow-left" size={16} /> Previous
          </span>
          <strong>{previous.title}</strong>
        </Link>
      )}
      <Link className={styles.course} href={course.path} prefetch={false}>
        <span>All lessons</span>
        <strong>{course.title}</strong>
      </Link>
      {next && (
        <Link className={styles.next} href={next.path} prefetch={false} rel="next">
          <span>
            Next <Icon name="arrow-right" size={16} />
          </span>
          <strong>{next.title}</strong>
        </Link>
      )}
    </nav>
  );
}
