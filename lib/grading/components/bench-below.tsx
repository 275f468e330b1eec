import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '@/components/button';
import { Callout } from '@/components/callout';
import { AdviceNote } from './advice-note';
import type { BenchActions, BenchState } from './bench-state';
import styles from './bench-below.module.css';
import { Countdown } from './countdown';
import { EarlierSubmissions } from './earlier-submissions';
import { ModelSolution } from './model-solution';
import type { RunSession } from './run-session';
import { RunStage } from './run-stage';
import { SubmissionResult } from './submission-result';
import { waitingInWords } from './waiting-words';

/** px: a result whose head is lower than this is not seen */
const ROOM_FOR_A_SUMMARY = 120;

/** What stands under the editor: what went wrong in handing in, the verdict, and earlier work or the solution on demand. */
export function BenchBelow({ exerciseId, state, actions, session }: { exerciseId: string; state: BenchState; actions: BenchActions; session: RunSession }) {
  const { submission, advice, fresh, undo, aside } = state;
  return (
    <div className={styles.below}>
      {undo !== null && (
        <p className={styles.undo}>
          The code was replaced.{' '}
          <Button type="button" variant="quiet" size="s" onClick={actions.undo}>
            Bring mine back
          </Button>
        </p>
      )}
      <Trouble state={state} actions={actions} />
      <RunStage session={session} onLine={actions.goTo} advice={advice && <AdviceNote advice={advice} />} />
      {aside === 'earlier' && <EarlierSubmissions exerciseId={exerciseId} key={`earlier-${submission?.id}`} onRestore={actions.restore} />}
      {aside === 'solution' && <ModelSolution exerciseId={exerciseId} key={`solution-${submission?.id}`} />}
      {submission && submission.state !== 'graded' && <Waiting submission={submission} />}
      {submission?.result && (
        <Revealed key={`result-${submission.id}`} when={fresh}>
          <SubmissionResult result={submission.result} fresh={fresh} />
        </Revealed>
      )}
      {submission?.result?.verdict === 'grader-fault' && (
        <Button type="button" onClick={actions.regrade}>
          Grade it again
        </Button>
      )}
    </div>
  );
}

/** Brings what has just come into view: who submits by Ctrl+Enter in a long program would not see it otherwise. Focus stays where it is. */
function Revealed({ when, children }: { when: boolean; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = place.current?.getBoundingClientRect();
    if (when && box && box.top > window.innerHeight - ROOM_FOR_A_SUMMARY) place.current?.scrollIntoView({ block: box.height < window.innerHeight / 2 ? 'nearest' : 'start' });
  }, [when]);
  return (
    <div ref={place} className={styles.revealed}>
      {children}
    </div>
  );
}

function Trouble({ state: { refusal, waitUntil }, actions }: { state: BenchState; actions: BenchActions }) {
  if (!refusal) return null;
  if (waitUntil) return <Countdown what="submit" until={waitUntil} onEnd={actions.ready} />;
  if (refusal.kind === 'refused') return <Callout tone="warn">{refusal.message}</Callout>;
  const title = refusal.kind === 'unreachable' ? 'The site cannot be reached' : 'This did not work';
  return (
    <Callout tone="warn" title={title}>
      <p className={styles.words}>{refusal.kind === 'unreachable' ? 'Are you offline? Your code is safe in this browser, and goes in by itself when you are online again. Trying again will not hand it in twice.' : refusal.message}</p>
      <Button type="button" size="s" onClick={actions.retry}>
        Try again
      </Button>
    </Callout>
  );
}

/** Where it stands. Seen as it changes; read aloud by the panel, and not at every step. */
function Waiting({ submission }: { submission: NonNullable<BenchState['submission']> }) {
  const { title, more } = waitingInWords(submission);
  if (submission.state === 'paused') return <Callout tone="info" title={title}>{more}</Callout>;
  return (
    <div className={styles.waiting}>
      <span className={styles.dots} aria-hidden />
      <p>{title}</p>
      {more && <p className={styles.more}>{more}</p>}
    </div>
  );
}
