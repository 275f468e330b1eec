import { ButtonLink } from '@/components/button';
import type { CourseLinks } from '../schema';
import { CourseList } from './course-list';
import { Specimen } from './specimen';
import styles from './home-page.module.css';

/** What this site is, shown rather than told, and its courses. */
export function HomePage({ courses, specimenHtml }: { courses: CourseLinks[]; specimenHtml: string }) {
  const only = courses.length === 1 ? courses[0] : undefined;
  return (
    <>
      <div className={styles.hero}>
        <div className={styles.words}>
          <h1>Write the code. See what it really does.</h1>
          <p>Short lessons full of programs you can run. Your own answers are run too, and you are told in words what happened.</p>
          <p className={styles.actions}>
            <ButtonLink variant="primary" href={only?.path ?? '/courses'}>
              {only ? `Open ${only.title}` : 'Choose a course'}
            </ButtonLink>
          </p>
          <p className={styles.free}>Nothing to install, and no account needed to begin.</p>
        </div>
        <Specimen html={specimenHtml} />
      </div>
      <section className={styles.courses} aria-labelledby="courses">
        <h2 id="courses" className={styles.heading}>
          Courses
        </h2>
        <CourseList courses={courses} level="h3" />
      </section>
    </>
  );
}
