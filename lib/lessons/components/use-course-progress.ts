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
      .catch(() => null); // offline: the page says nothing rather than something wrong
    asked.set(courseId, answer);
  }
  return answer;
}

/** What this visitor has done in a course: null until known, and while the server cannot be reached. Asks again when a panel reports a change. */
export function useCourseProgress(courseId: string): CourseProgress | null {
  const [progress, setProgress] = useState<CourseProgress | null>(null);
  useEffect(() => {
    let gone = false;
    const show = () => void ask(courseId).then((answer) => (gone || !answer ? undefined : setProgress(answer)));
    const again = () => {
      asked.delete(courseId);
      // every island hears the event: the first one asks, the others share its request
      queueMicrotask(show);
    };
    show();
    window.addEventListener(PROGRESS_CHANGED, again);
    return () => {
      gone = true;
      window.removeEventListener(PROGRESS_CHANGED, again);
    };
  }, [courseId]);
  return progress;
}
