import { PageLink } from '@/components/page-link';
import type { Lesson } from '@/lib/content/schema';
import type { CourseLinks, ModuleLinks } from '../schema';
import styles from './lesson-head.module.css';

const counted = (count: number, one: string, many = `${one}s`) => (count === 0 ? null : `${count} ${count === 1 ? one : many}`);

/** What the lesson is, how long it takes, what one will be able to do, and what one should know. */
export function LessonHead({ lesson, course, module }: { lesson: Lesson; course: CourseLinks; module?: ModuleLinks }) {
  const facts = [
    `${lesson.minutes} minutes`,
    counted(lesson.examples.length, 'example'),
    counted(lesson.exercises.length, 'exercise'),
    counted(lesson.quiz?.questions.length ?? 0, 'question'),
  ].filter((fact) => fact !== null);
  return (
    <header className={styles.head}>
      <nav className={styles.trail} aria-label="Breadcrumb">
        <ol>
          <li>
            <PageLink href={course.path}>
              {course.title}
            </PageLink>
          </li>
          {module && <li>{module.title}</li>}
        </ol>
      </nav>
      <h1>{lesson.title}</h1>
      <p className={styles.summary}>{lesson.summary}</p>
      <ul className={styles.facts}>
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <div className={styles.plan}>
        <section>
          <h2>You will be able to</h2>
          <ul>
            {lesson.objectives.map((objective) => (
              <li key={objective}>{objective}</li>
            ))}
          </ul>
        </section>
        {lesson.prerequisites.length > 0 && (
          <section>
            <h2>Before you start</h2>
            <ul>
              {lesson.prerequisites.map((prerequisite) => (
                <li key={prerequisite}>{prerequisite}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </header>
  );
}
