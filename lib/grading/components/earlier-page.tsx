import { ButtonLink } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { PageHeader } from '@/components/page-header';
import type { EarlierSubmission, ExercisePlace } from '../schema';
import { EarlierList } from './earlier-list';
import styles from './grading-page.module.css';

/** A learner's own submissions to one exercise, on a page that needs no scripts. */
export function EarlierPage({ place, earlier }: { place: ExercisePlace; earlier: EarlierSubmission[] }) {
  const back = (
    <ButtonLink href={place.href} variant="primary">
      Back to the exercise
    </ButtonLink>
  );
  return (
    <div className={styles.page}>
      <PageHeader eyebrow={<a href={place.lessonHref}>{place.lessonTitle}</a>} title={`Your submissions to “${place.title}”`} actions={earlier.length > 0 && back} />
      {earlier.length > 0 ? (
        <EarlierList list={earlier} />
      ) : (
        <EmptyState title="Nothing submitted yet" action={back}>
          What you submit is kept here with its verdict, newest first.
        </EmptyState>
      )}
    </div>
  );
}
