import { ButtonLink } from '@/components/button';
import { Callout } from '@/components/callout';
import { PageHeader } from '@/components/page-header';
import type { ExercisePlace, SolutionView } from '../schema';
import styles from './grading-page.module.css';
import { SolutionCode } from './solution-code';

/** The model solution on a page that needs no scripts, or what would earn it. */
export function SolutionPage({ place, solution, refusal }: { place: ExercisePlace; solution: SolutionView | null; refusal: string | null }) {
  return (
    <div className={styles.page}>
      <PageHeader
        eyebrow={<a href={place.lessonHref}>{place.lessonTitle}</a>}
        title={`Model solution of “${place.title}”`}
        actions={
          <ButtonLink href={place.href} variant="primary">
            Back to the exercise
          </ButtonLink>
        }
      />
      {solution ? <SolutionCode html={solution.html} titleId="solution" /> : <Callout tone="info" title="Not yet">{refusal}</Callout>}
    </div>
  );
}
