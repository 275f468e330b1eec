'use client';

import { useEffect, useState } from 'react';
import type { PathStop } from '../schema';
import { useCourseProgress } from './use-course-progress';
import styles from './lesson-rail.module.css';

const KIND = { section: '', exercise: 'exercise', challenge: 'challenge', quiz: 'quiz' };

/** The path through the lesson: table of contents, where one is, and what is truly done. Works as plain links without scripts. */
export function LessonRail({ courseId, lessonId, stops }: { courseId: string; lessonId: string; stops: PathStop[] }) {
  const { progress, unreachable } = useCourseProgress(courseId);
  const active = useActiveStop(stops);
  useVisit({ courseId, lessonId });

  const done = new Set(progress?.activities.filter((activity) => activity.passed).map((activity) => activity.activityId));
  const activities = stops.filter((stop) => stop.activityId !== null);
  const count = activities.filter((stop) => done.has(stop.activityId ?? '')).length;

  return (
    <nav className={`${styles.rail} no-print`} aria-label="In this lesson">
      <p className={styles.count}>
        <span>{unreachable ? 'Progress unknown' : progress ? `${count} of ${activities.length} done` : `${activities.length} to do`}</span>
        <progress className={styles.bar} max={activities.length || 1} value={count} aria-hidden />
      </p>
      <details className={styles.toggle}>
        <summary>In this lesson</summary>
      </details>
      <ol className={styles.stops}>
        {stops.map((stop) => {
          const finished = stop.activityId !== null && done.has(stop.activityId);
          return (
            <li key={stop.id} data-kind={stop.kind} data-done={finished || undefined}>
              <a href={`#${stop.id}`} aria-current={stop.id === active ? 'location' : undefined}>
                {stop.title}
                {finished && <span className={styles.hidden}> ({KIND[stop.kind]} done)</span>}
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** The stop whose section is being read: the last heading above the upper third of the window. */
function useActiveStop(stops: PathStop[]): string | null {
  const [active, setActive] = useState<string | null>(null);
  useEffect(() => {
    const headings = stops.map((stop) => document.getElementById(stop.id)).filter((element) => element !== null);
    const above = new Set<string>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) above.add(target.id);
          else above.delete(target.id);
        }
        setActive(headings.findLast((heading) => above.has(heading.id))?.id ?? null);
      },
      // everything above the upper third counts, however far up: a jump down the page passes headings by without showing them
      { rootMargin: '100000px 0px -66% 0px' },
    );
    for (const heading of headings) observer.observe(heading);
    return () => observer.disconnect();
  }, [stops]);
  return active;
}

/** Notes that the lesson was opened, so that "continue" knows. Nothing depends on it: a failure is let go. */
function useVisit({ courseId, lessonId }: { courseId: string; lessonId: string }) {
  useEffect(() => {
    void fetch('/api/visits', {
      method: 'POST',
      keepalive: true,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ courseId, lessonId }),
    }).catch(() => undefined);
  }, [courseId, lessonId]);
}
