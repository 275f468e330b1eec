import Link from 'next/link';
import { Icon } from '@/components/icon';
import type { CourseLinks, LessonLink } from '../schema';
import styles from './up-next.module.css';

/** Where the path goes on; made from the course's list, never written by hand. */
export function UpNext({ next, course }: { next: LessonLink | null; course: CourseLinks }) {
  return (
    <Link className={styles.next} href={next?.path ?? course.path} prefetch={false}>
      <span className={styles.label}>{next ? 'Up next' : 'That was the last lesson'}</span>
      <span className={styles.title}>
        {next?.title ?? `Back to ${course.title}`} <Icon name="arrow-right" size={22} />
      </span>
      {next && (
        <span className={styles.summary}>
          {next.summary} {next.minutes} minutes.
        </span>
      )}
    </Link>
  );
}
