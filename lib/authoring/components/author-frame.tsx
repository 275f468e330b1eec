'use client';

import { useParams, useRouter } from 'next/navigation';
import { Fragment, type ReactNode, useEffect, useRef, useState, useTransition } from 'react';
import type { ContentState } from '../schema';
import { AuthorBar } from './author-bar';
import { CONTENT_EVENTS } from './author-client';

/** A course page with the author bar, made anew whenever content is saved. */
export function AuthorFrame({ children }: { children: ReactNode }) {
  const { state, lost } = useContentState();
  const at = usePlace();
  const [made, isMaking] = useFreshPage({ version: state?.version ?? 0, isUnknown: at.isUnknown });
  return (
    <>
      <AuthorBar state={state} lost={lost} isMaking={isMaking} lesson={at.lesson} />
      <Fragment key={made}>{children}</Fragment>
    </>
  );
}

/** What is wrong in the content, as long as the page is open. */
function useContentState(): { state: ContentState | null; lost: boolean } {
  const [state, setState] = useState<ContentState | null>(null);
  const [lost, setLost] = useState(false);
  useEffect(() => {
    const events = new EventSource(CONTENT_EVENTS);
    events.onmessage = ({ data }: MessageEvent<string>) => {
      setLost(false);
      setState(JSON.parse(data) as ContentState);
    };
    events.onerror = () => setLost(true); // it tries again by itself
    return () => events.close();
  }, []);
  return { state, lost };
}

/** Whose page this is; a lesson that cannot be read is answered by the page for unknown addresses. */
function usePlace() {
  const { course, lesson, unknown } = useParams<{ course?: string; lesson?: string; unknown?: string[] }>();
  const [of, name] = unknown ?? [course, lesson];
  return { isUnknown: unknown !== undefined, lesson: of && name ? { course: of, lesson: name } : null };
}

/**
 * Asks for the page again when the content has changed, and begins its components anew with it: what they took from the old
 * content (a program in an editor) would stay otherwise.
 * @returns a number that changes with each new page, and whether one is being made
 */
function useFreshPage({ version, isUnknown }: { version: number; isUnknown: boolean }): [number, boolean] {
  const router = useRouter();
  const [made, setMade] = useState(0);
  const [isMaking, start] = useTransition();
  const known = useRef(0);
  useEffect(() => {
    const first = known.current === 0;
    if (version === known.current) return;
    known.current = version;
    if (first) return;
    if (isUnknown) return window.location.reload(); // there may be a lesson here now
    start(() => {
      router.refresh();
      setMade(version);
    });
  }, [version, isUnknown, router]);
  return [made, isMaking];
}
