import type { MouseEvent, RefObject } from 'react';
import { Button } from '@/components/button';
import { PASS_SHARE } from '../rules';
import type { AttemptView } from '../schema';
import styles from './quiz.module.css';

type Props = {
  attempt: AttemptView;
  retrying: boolean;
  headingRef: RefObject<HTMLHeadingElement | null>;
  onRetry: () => void;
  onStartAgain: () => void;
};

/** The result in words, and what one can do next. Its links work without JavaScript. */
export function QuizScore({ attempt, retrying, headingRef, onRetry, onStartAgain }: Props) {
  const { score, total } = attempt;
  const wrong = total - score;
  const enhanced = (act: () => void) => (event: MouseEvent) => {
    event.preventDefault();
    act();
  };
  return (
    <div className={styles.score} role="group" aria-label="Result">
      <h3 ref={headingRef} tabIndex={-1}>
        {score} of {total} right.
      </h3>
      <p>{wordsFor({ score, total, retrying })}</p>
      {!retrying && wrong > 0 && (
        <p className={styles.next}>
          <a href={`/quiz-attempts/${attempt.id}?retry=1`} onClick={enhanced(onRetry)}>
            Try {wrong === 1 ? 'the one' : `the ${wrong}`} you missed again
          </a>
        </p>
      )}
      {!retrying && (
        <Button type="button" variant="quiet" size="s" className={styles.onlyWithScripts} onClick={onStartAgain}>
          Start the whole quiz again
        </Button>
      )}
    </div>
  );
}

function wordsFor({ score, total, retrying }: { score: number; total: number; retrying: boolean }): string {
  if (retrying) return `The ${score} you had right stay right. Here are the others again.`;
  if (score === total) return 'Every single one. This lesson is yours.';
  if (score >= PASS_SHARE * total) return 'That counts as passed. Look at what you missed, and try those again if you like.';
  return `You pass with ${Math.ceil(PASS_SHARE * total)}. Read why below, then try only the ones you missed.`;
}
