'use client';

import { useEffect, useState } from 'react';
import { PROGRESS_CHANGED } from '@/lib/progress/rules';
import type { CourseProgress } from '@/lib/progress/schema';

// one request per course and page, however many islands ask
const asked = new Map<string, Promise<CourseProgress | null>>();

function ask(courseId: string): Promise<CourseProgress | null> {
  let answer = asked.get(courseId);
  if (!answer) {
    answer = fetch(`/api/progress?course=${encodeURIComponent(courseId)}`, { headers: { accept: 'application/json' } })
      .then((response) => (response.ok ? (response.json() as Promise<CourseProgress>) : null))
      .catch(() => null);
    asked.set(courseId, answer);
  }
  return answer;
}

type Known = { progress: CourseProgress | null; unreachable: boolean };

/**
 * What this visitor has done in a course; `progress` is null until known. Asks again when a panel reports a change and when the browser is
 * online again; what was known stays while the server cannot be reached.
 */
export function useCourseProgress(courseId: string): Known {
  const [known, setKnown] = useState<Known>({ progress: null, unreachable: false });
  useEffect(() => {
    let gone = false;
    const show = () =>
      void ask(courseId).then((answer) => {
        if (!gone) setKnown((before) => ({ progress: answer ?? before.progress, unreachable: answer === null }));
      });
    const again = () => {
      asked.delete(courseId);
      // every island hears the event before any asks: the first one asks, the others share its request
      setTimeout(show);
    };
    show();
    window.addEventListener(PROGRESS_CHANGED, again);
    window.addEventListener('online', again);
    return () => {
      gone = true;
      window.removeEventListener(PROGRESS_CHANGED, again);
      window.removeEventListener('online', again);
    };
  }, [courseId]);
  return known;
}
