import { useEffect, useState } from 'react';
import { Button } from '@/components/button';
import { Words } from '@/components/words';
import type { EarlierSubmission } from '../schema';
import styles from './earlier-submissions.module.css';
import { getEarlier, type Refusal } from './submission-client';
import { VerdictMark } from './verdict-mark';

const when = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** A learner's own earlier submissions, asked for when they are opened; any of them can be put back in the editor. */
export function EarlierSubmissions({ exerciseId, onRestore }: { exerciseId: string; onRestore: (code: string) => void }) {
  const [list, setList] = useState<EarlierSubmission[] | null>(null);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    let gone = false;
    getEarlier(exerciseId).then(
      (found) => !gone && setList(found),
      (refusal: Refusal) => !gone && setProblem(refusal.message || 'The site cannot be reached. Close this and open it again in a moment.'),
    );
    return () => {
      gone = true;
    };
  }, [exerciseId]);

  return (
    <section className={styles.earlier} aria-labelledby={`${exerciseId}-earlier`}>
      <h4 id={`${exerciseId}-earlier`} className={styles.title}>
        Your earlier submissions
      </h4>
      <div aria-live="polite">
        {problem && <p>{problem}</p>}
        {!list && !problem && <p className={styles.faint}>Fetching them…</p>}
        {list?.length === 0 && <p className={styles.faint}>None yet. What you submit is kept here.</p>}
      </div>
      {list && list.length > 0 && (
        <ol className={styles.list}>
          {list.map((one) => (
            <li key={one.id} className={styles.item}>
              <div className={styles.row}>
                <VerdictMark verdict={one.verdict} />
                <time dateTime={one.createdAt} className={styles.faint}>
                  {when.format(new Date(one.createdAt))}
                </time>
                <span className={styles.summary}>
                  <Words>{one.summary}</Words>
                </span>
              </div>
              <details className={styles.code}>
                <summary>Code</summary>
                {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it */}
                <pre tabIndex={0} role="group" aria-label="The code of this submission">
                  <code>{one.code}</code>
                </pre>
                <Button type="button" size="s" onClick={() => onRestore(one.code)}>
                  Put it in the editor
                </Button>
              </details>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
