'use client';
import { useActionState } from 'react';
import { Button } from '@/components/button';
import { Callout } from '@/components/callout';
import { anchors } from '@/lib/content/rules';
import type { Quiz } from '@/lib/content/schema';
import { handInForm } from '../actions';
import { FIELDS } from '../rules';
import type { AttemptView, QuizHtml } from '../schema';
import { OpenQuestion } from './open-question';
import { QuestionMarked } from './question-marked';
import { QuizScore } from './quiz-score';
import styles from './quiz.module.css';
import { useQuiz } from './use-quiz';

type Props = {
  quiz: Quiz;
  html: QuizHtml;
  /** on the page of an attempt: that attempt */
  attempt?: AttemptView;
  /** whether the wrong ones are open again */
  retrying?: boolean;
  /** where to say that something is wrong, up to the anchor of the place; left out where there is no such page */
  reportHref: string;
};

/**
 * The questions of a quiz, and after handing in their marks. A plain form without JavaScript: it posts to a server
 * action that leads to the attempt's own page. With it, marks appear in place.
 */
export function QuizForm({ quiz, html, attempt: initial, retrying: initiallyRetrying = false, reportHref }: Props) {
  const { attempt, earlier, retrying, chosen, busy, error, formRef, headingRef, choose, handIn, retry, startAgain, showEarlier } = useQuiz({ quizId: quiz.id, initial, initiallyRetrying });
  const [refused, formAction] = useActionState(handInForm, null);
  const marks = new Map(attempt?.questions.map((question) => [question.id, question]));
  const isOpen = (id: string) => !attempt || (retrying && !marks.get(id)?.correct);
  const open = quiz.questions.filter(({ id }) => isOpen(id));
  const answered = open.filter(({ id }) => chosen[id]).length;

  return (
    <form action={formAction} onSubmit={handIn} ref={formRef} className={styles.quiz}>
      <input type="hidden" name={FIELDS.quiz} value={quiz.id} />
      {attempt && retrying && <input type="hidden" name={FIELDS.retryOf} value={attempt.id} />}
      {attempt && <QuizScore attempt={attempt} retrying={retrying} headingRef={headingRef} onRetry={retry} onStartAgain={startAgain} />}
      {!attempt && earlier && (
        <Callout tone="info" title={`You handed this in before: ${earlier.score} of ${earlier.total} right.`}>
          <Button type="button" size="s" onClick={showEarlier}>
            Show my answers
          </Button>
        </Callout>
      )}
      <ol className={styles.questions}>
        {quiz.questions.map((question, index) => {
          const marked = marks.get(question.id);
          const common = { question, html, number: index + 1, reportHref: `${reportHref}${anchors.question(question.id)}` };
          return (
            <li key={question.id} className={styles.item}>
              {isOpen(question.id) || !marked ? (
                <OpenQuestion {...common} kept={refused?.answers[question.id]} onChoose={choose} />
              ) : (
                <QuestionMarked {...common} marked={marked} />
              )}
            </li>
          );
        })}
      </ol>
      {open.length > 0 && (
        <div className={styles.finish}>
          <Button type="submit" variant="primary" aria-disabled={busy}>
            {busy ? 'Marking…' : 'Hand in'}
          </Button>
          <span className={styles.count}>
            {answered} of {open.length} answered
          </span>
        </div>
      )}
      <div aria-live="assertive">
        {(error ?? refused) && (
          <Callout tone="bad" title="Not handed in">
            {error ?? refused?.message} Your answers are kept on this page.
          </Callout>
        )}
      </div>
    </form>
  );
}
