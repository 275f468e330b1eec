import type { MDXComponents, MDXContent } from 'mdx/types';
import { FlagLink } from '@/components/flag-link';
import { Icon } from '@/components/icon';
import { anchors, REPORT_WORDS } from '@/lib/content/rules';
import { ExercisePanel } from '@/lib/grading/components/exercise-panel';
import type { ExerciseView } from '../schema';
import { Hints } from './hints';
import styles from './exercise.module.css';

// the section's heading already says "Exercise" or "Challenge": this says what kind of work it is
const KINDS = {
  'fill-in': { words: 'Fill in the blanks', icon: 'pencil' },
  challenge: { words: 'Write it yourself', icon: 'mountain' },
} as const;

/** A task: what to do and its hints beside the place to do it. */
export function Exercise({ view, Prompt, prose, reportHref }: { view: ExerciseView; Prompt: MDXContent; prose: MDXComponents; reportHref: string }) {
  const { exercise } = view;
  const kind = KINDS[exercise.kind];
  const titleId = `${exercise.id}-title`;
  return (
    <section className={styles.exercise} id={anchors.exercise(exercise.name)} data-kind={exercise.kind} data-wide="full" aria-labelledby={titleId}>
      <div className={styles.task}>
        <p className={styles.kind}>
          <Icon name={kind.icon} size={16} /> {kind.words}
          <span className={styles.flag}>
            <FlagLink href={reportHref} title={REPORT_WORDS} label={`${REPORT_WORDS}: the exercise “${exercise.title}”`} steady />
          </span>
        </p>
        <h3 id={titleId}>{exercise.title}</h3>
        <div className={styles.prompt}>
          <Prompt components={prose} />
        </div>
        <Hints hints={view.hints} />
      </div>
      <div className={styles.panel}>
        <ExercisePanel exercise={exercise} starterHtml={view.starterHtml} />
      </div>
    </section>
  );
}
