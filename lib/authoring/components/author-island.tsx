'use client';

import { useParams, useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useState, useSyncExternalStore, useTransition } from 'react';
import { isMadeByNext } from '../rules';
import type { ContentEvent, ContentState } from '../schema';
import { AuthorBar } from './author-bar';
import { CONTENT_EVENTS } from './author-client';

/**
 * The author bar beside a course page, which it asks for anew whenever content is saved. Nothing of it is in the HTML from the
 * server, so the page's own parts never wait for it nor differ because of it.
 */
export function AuthorIsland() {
  const at = usePlace();
  const [isMaking, remake] = useFreshPage(at);
  const { state, lost } = useContentEvents(remake);
  const isHydrated = useSyncExternalStore(never, () => true, () => false);
  return isHydrated && <AuthorBar state={state} lost={lost} isMaking={isMaking} lesson={at.lesson} />;
}

/**
 * The sign that components/lazy-after-intent.tsx waits for. React cannot change a part that it has not taken over yet, so what
 * was saved would not be shown before somebody moved the pointer.
 */
const giveSign = () => window.dispatchEvent(new Event('scroll'));

const never = () => () => {};

/** Whose page this is; a lesson that cannot be read is answered by the page for unknown addresses. */
function usePlace() {
  const { course, lesson, unknown } = useParams<{ course?: string; lesson?: string; unknown?: string[] }>();
  const [of, name] = unknown ?? [course, lesson];
  return { isUnknown: unknown !== undefined, lesson: of && name ? { course: of, lesson: name } : null };
}

/** @returns whether the page is being made, and what asks for it after a save */
function useFreshPage({ isUnknown, lesson }: ReturnType<typeof usePlace>): [boolean, (saved: string[]) => void] {
  const router = useRouter();
  const [isMaking, start] = useTransition();
  const remake = (saved: string[]) => {
    if (isUnknown) return window.location.reload(); // there may be a lesson here now
    const isUnreadable = document.querySelector('main [data-unreadable]') !== null; // then Next may not have compiled all of it
    if (isUnreadable || !isMadeByNext({ saved, lesson })) start(() => router.refresh());
  };
  return [isMaking, remake];
}

/** What is wrong in the content, as long as the page is open. @param onSaved called after each save */
function useContentEvents(onSaved: (saved: string[]) => void): { state: ContentState | null; lost: boolean } {
  const [state, setState] = useState<ContentState | null>(null);
  const [lost, setLost] = useState(false);
  const tellSaved = useEffectEvent(onSaved);
  useEffect(() => {
    const events = new EventSource(CONTENT_EVENTS);
    events.onmessage = ({ data }: MessageEvent<string>) => {
      const event = JSON.parse(data) as ContentEvent;
      setLost(false);
      giveSign();
      if ('saved' in event) tellSaved(event.saved);
      else setState(event.state);
    };
    events.onerror = () => setLost(true); // it tries again by itself
    return () => events.close();
  }, []);
  return { state, lost };
}
