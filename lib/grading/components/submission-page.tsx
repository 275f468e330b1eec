import { Button, ButtonLink } from '@/components/button';
import { Callout } from '@/components/callout';
import { PageHeader } from '@/components/page-header';
import { regradeSubmission } from '../actions';
import type { EarlierSubmission, ExercisePlace, Receipt, RegradingView, SubmissionView } from '../schema';
import { EarlierList } from './earlier-list';
import styles from './grading-page.module.css';
import { ReceiptDetails } from './receipt';
import { Regradings } from './regradings';
import { SubmissionResult } from './submission-result';
import { waitingInWords } from './waiting-words';

/** seconds between two looks of a page at a submission that waits, at least: who reads it must not be interrupted all the time */
const SOONEST_LOOK = 2;

type Props = { submission: SubmissionView; receipt: Receipt | null; regradings: RegradingView[]; place: ExercisePlace | null; codeHtml: string; earlier: EarlierSubmission[] };

/** A submission on a page of its own: where the plain form leads, and what can be linked to. */
export function SubmissionPage({ submission, receipt, regradings, place, codeHtml, earlier }: Props) {
  const others = earlier.filter((one) => one.id !== submission.id);
  return (
    <div className={styles.page}>
      <PageHeader
        eyebrow={place && <a href={place.lessonHref}>{place.lessonTitle}</a>}
        title={place?.title ?? 'An exercise that is no longer here'}
        actions={
          place && (
            <>
              <ButtonLink href={place.href} variant="primary">
                Back to the exercise
              </ButtonLink>
              {submission.solutionOpen && <ButtonLink href={`/solutions/${place.exerciseId}`}>Model solution</ButtonLink>}
            </>
          )
        }
      />
      <section className={styles.section} aria-labelledby="result">
        <h2 id="result">Result</h2>
        {submission.result ? <SubmissionResult result={submission.result} /> : <Waiting submission={submission} />}
        {submission.result?.verdict === 'grader-fault' && (
          <form action={regradeSubmission}>
            <input type="hidden" name="submissionId" value={submission.id} />
            <Button type="submit">Grade it again</Button>
          </form>
        )}
        <Regradings regradings={regradings} />
        {receipt && <ReceiptDetails receipt={receipt} />}
      </section>
      <section className={styles.section} aria-labelledby="code">
        <h2 id="code">What you submitted</h2>
        <div className={styles.code} dangerouslySetInnerHTML={{ __html: codeHtml }} />
      </section>
      {others.length > 0 && (
        <section className={styles.section} aria-labelledby="earlier">
          <h2 id="earlier">Your other submissions to this exercise</h2>
          <EarlierList list={others} />
        </section>
      )}
    </div>
  );
}

/** The page looks again by itself: it has to work without scripts. */
function Waiting({ submission }: { submission: SubmissionView }) {
  const { title, more } = waitingInWords(submission);
  return (
    <>
      <meta httpEquiv="refresh" content={String(Math.max(SOONEST_LOOK, Math.ceil(submission.pollAfterMs / 1000)))} />
      <Callout tone="info" title={title}>
        {more && <p>{more}</p>}
        <p>This page looks again by itself.</p>
      </Callout>
    </>
  );
}
