import { type RefObject, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import { countProblems, fingerprint, readingMinutes, sortProblems } from '../rules';
import type { ContentState, LessonFacts } from '../schema';
import { fetchLessonFacts } from './author-client';
import { ExerciseTools } from './exercise-tools';
import { ProblemList } from './problem-list';
import styles from './author-bar.module.css';

type Place = { course: string; lesson: string };
type Props = { state: ContentState | null; lost: boolean; isMaking: boolean; lesson: Place | null };
type Panel = 'problems' | 'exercises';

/** What is wrong in a lesson, and what can be tried of it. Stands first on the page, so that Tab comes to it, and is shown at its foot. */
export function AuthorBar({ state, lost, isMaking, lesson }: Props) {
  const facts = useLessonFacts(lesson, state?.version ?? 0);
  const { here, elsewhere } = sortProblems({ problems: state?.problems ?? [], at: lesson });
  const [panel, setPanel] = useShownPanel(fingerprint(here));
  const toggle = (which: Panel) => setPanel(panel === which ? null : which);
  const close = () => setPanel(null);
  const worst = here.some(({ severity }) => severity === 'error') ? 'bad' : here.length ? 'warn' : 'good';
  const words = lost ? 'npm run dev does not answer' : state ? countProblems(here) : 'looking';
  return (
    <section className={`${styles.bar} no-print`} aria-label="Author bar" data-author-bar ref={useEscape(close)}>
      <div className={styles.line}>
        <p className={styles.facts}>{facts ? wordsOf(facts) : 'For authors'}</p>
        {isMaking && <span className={styles.making}>Refreshing …</span>}
        <div className={styles.toggles}>
          {facts && (
            <Button type="button" size="s" variant="quiet" aria-expanded={panel === 'exercises'} aria-controls="author-exercises" onClick={() => toggle('exercises')}>
              <Icon name="wrench" size={16} /> Try exercises
            </Button>
          )}
          <Button type="button" size="s" variant="quiet" className={styles[worst]} aria-expanded={panel === 'problems'} aria-controls="author-problems" onClick={() => toggle('problems')}>
            <Icon name={worst === 'good' ? 'circle-check' : worst === 'warn' ? 'triangle-alert' : 'circle-alert'} size={16} />
            <span role="status">{words}</span>
          </Button>
        </div>
      </div>
      <div id="author-problems" className={styles.panel} hidden={panel !== 'problems'}>
        <ProblemList here={here} elsewhere={elsewhere} onClose={close} />
      </div>
      <div id="author-exercises" className={styles.panel} hidden={panel !== 'exercises'}>
        {facts && <ExerciseTools exercises={facts.exercises} onClose={close} />}
      </div>
    </section>
  );
}

/** Without a number while the text cannot be read. */
function wordsOf({ words, minutes }: LessonFacts): string {
  return words ? `${words.toLocaleString('en')} words · ${readingMinutes(words)} min to read, ${minutes} in all` : `${minutes} min in all`;
}

/** Calls `onEscape` at Esc inside the element. */
function useEscape(onEscape: () => void): RefObject<HTMLElement | null> {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    const here = element.current;
    const listen = ({ key }: KeyboardEvent) => key === 'Escape' && onEscape();
    here?.addEventListener('keydown', listen);
    return () => here?.removeEventListener('keydown', listen);
  });
  return element;
}

/** They take time to find, which the page itself needs first. */
const FACTS_AFTER_MS = 1500;

/** Read again after each save. */
function useLessonFacts(lesson: Place | null, version: number): LessonFacts | null {
  const [facts, setFacts] = useState<LessonFacts | null>(null);
  const { course, lesson: name } = lesson ?? {};
  useEffect(() => {
    let current = true;
    const ask = async () => {
      const found = course && name ? await fetchLessonFacts({ course, lesson: name }).catch(() => null) : null;
      if (current) setFacts(found);
    };
    const timer = setTimeout(() => void ask(), version ? FACTS_AFTER_MS : 0);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [course, name, version]);
  return facts;
}

/** Problems open by themselves when there are new ones and close when the last is mended. What was closed stays so until something else is wrong. */
function useShownPanel(problems: string): [Panel | null, (panel: Panel | null) => void] {
  const [panel, setPanel] = useState<Panel | null>(null);
  const [before, setBefore] = useState('');
  if (problems !== before) {
    setBefore(problems);
    if (problems) setPanel('problems');
    else if (panel === 'problems') setPanel(null);
  }
  return [panel, setPanel];
}
