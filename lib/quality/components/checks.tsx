import { EmptyState } from '@/components/empty-state';
import { PageLink } from '@/components/page-link';
import { Words } from '@/components/words';
import { ENOUGH, percent } from '../rules';
import type { CheckFigures, ExerciseQuality } from '../schema';
import styles from './figures.module.css';
import { Measure, Warning } from './measure';

const FINDINGS = {
  'nobody-fails': 'Nobody fails it. Does it ask for anything that another check does not?',
  'nobody-passes': 'Nobody passes it. Read the task again with its words, and try it with a solution that is written another way.',
};

/** The checks of each exercise with how many people they stop. */
export function Checks({ exercises }: { exercises: ExerciseQuality[] }) {
  if (exercises.length === 0) return <EmptyState title="No exercise">This lesson has no exercise.</EmptyState>;
  if (exercises.every(({ checks }) => checks.every(({ learners }) => learners === 0))) return <EmptyState title="Nothing handed in yet">How many people each check stops stands here as soon as there are programs it ran on.</EmptyState>;
  return exercises.map(({ id, title, href, checks }) => (
    <div key={id} className={styles.group}>
      <h3>
        <PageLink href={href}>{title}</PageLink>
      </h3>
      <ul className={styles.rows}>
        {checks.map((check) => (
          <li key={check.name} className={styles.row} data-found={check.flag ?? undefined}>
            <span className={styles.name}>
              <Words>{check.name}</Words>
            </span>
            <Measure value={check.failed} of={check.learners} tone={check.flag ? 'warn' : 'accent'} />
            <span className={styles.figures}>{inWords(check)}</span>
            {check.flag && <Warning>{FINDINGS[check.flag]}</Warning>}
          </li>
        ))}
      </ul>
    </div>
  ));
}

function inWords({ learners, failed, passed, enough }: CheckFigures): string {
  if (!enough) return `${failed} of ${learners} failed it: too few people yet (${learners} of ${ENOUGH})`;
  return `${failed} of ${learners} failed it (${percent(failed / learners)}), ${passed} passed it`;
}
