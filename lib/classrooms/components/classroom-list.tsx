import Link from 'next/link';
import type { ReactNode } from 'react';
import { Badge } from '@/components/badge';
import { joinNames } from '../rules';
import type { ClassroomLine, CourseName } from '../schema';
import styles from './classroom-list.module.css';

type NamedLine = ClassroomLine & { course: CourseName };

/** Classrooms one under the other. `teaching` lines lead to the classroom, the others to its course; `action` stands at the end of a line. */
export function ClassroomList({ lines, teaching, action }: { lines: NamedLine[]; teaching: boolean; action?: (line: NamedLine) => ReactNode }) {
  return (
    <ul className={styles.list}>
      {lines.map((line) => (
        <li key={line.id} className={styles.line}>
          <div>
            <h3 className={styles.name}>
              {teaching ? (
                <Link href={`/classrooms/${line.id}`} prefetch={false}>
                  {line.name}
                </Link>
              ) : (
                line.name
              )}{' '}
              {line.archived && <Badge>Archived</Badge>}
            </h3>
            <p className={styles.about}>
              {line.course.href ? (
                <Link href={line.course.href} prefetch={false}>
                  {line.course.title}
                </Link>
              ) : (
                line.course.title
              )}
              {teaching ? ` · ${line.learners} ${line.learners === 1 ? 'learner' : 'learners'}` : ` · taught by ${joinNames(line.instructors)}`}
            </p>
          </div>
          {action?.(line)}
        </li>
      ))}
    </ul>
  );
}
