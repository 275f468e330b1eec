import { PageHeader } from '@/components/page-header';
import { PageLink } from '@/components/page-link';
import { EmptyState } from '@/components/empty-state';
import styles from './quality-list.module.css';

/** Where authors begin: the courses of the site. */
export function QualityCourses({ courses }: { courses: { href: string; title: string; summary: string; lessons: number }[] }) {
  return (
    <>
      <PageHeader eyebrow="For authors" title="How lessons do" intro="Where readers stop, which questions mislead, which checks check nothing, what goes wrong that nobody wrote about, and what learners report." />
      {courses.length === 0 && <EmptyState title="No course yet">A course appears here as soon as the site has one.</EmptyState>}
      <ol className={styles.list}>
        {courses.map(({ href, title, summary, lessons }) => (
          <li key={href} className={styles.course}>
            <h2>
              <PageLink href={href}>{title}</PageLink>
            </h2>
            <p className={styles.soft}>{summary}</p>
            <p className={styles.soft}>
              {lessons} {lessons === 1 ? 'lesson' : 'lessons'}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
