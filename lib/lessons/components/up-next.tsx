import { Icon } from '@/components/icon';
import { PageLink } from '@/components/page-link';
import type { CourseLinks, LessonLink } from '../schema';
import styles from './up-next.module.css';

/** Where the path goes on; made from the course's list, never written by hand. */
export function UpNext({ next, course }: { next: LessonLink | null; course: CourseLinks }) {
  return (
    <PageLink className={styles.next} href={next?.path ?? course.path}>
      <span className={styles.label}>{next ? 'Up next' : 'That was the last lesson'}</span>
      <span className={styles.title}>
        {next?.title ?? `Back to ${course.title}`} <Icon name="arrow-right" size={22} />
      </span>
      {next && (
        <span className={styles.summary}>
          {next.summary} {next.minutes} minutes.
        </span>
      )}
    </PageLink>
  );
}
