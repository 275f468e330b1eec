import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import type { ExerciseFacts } from '../schema';
import { MutationReport } from './mutation-report';
import { PanelHead } from './panel-head';
import { TriedFiles } from './tried-files';
import { useTries } from './use-tries';
import styles from './exercise-tools.module.css';

/** Each exercise of the lesson: what can be tried of it in the sandbox, how its checks do, and how learners do. */
export function ExerciseTools({ exercises, onClose }: { exercises: ExerciseFacts[]; onClose: () => void }) {
  return (
    <>
      <PanelHead title="Exercises, tried in the sandbox" onClose={onClose} />
      {exercises.length === 0 && <p>This lesson has no exercise that can be read.</p>}
      {exercises.map((exercise) => (
        <ExerciseRow key={exercise.id} exercise={exercise} />
      ))}
    </>
  );
}

function ExerciseRow({ exercise }: { exercise: ExerciseFacts }) {
  const { id, title, kind, checks, mistakes, statistics } = exercise;
  const { busy, progress, tried, mutation, refused, begin } = useTries(exercise);
  const titleId = `author-${id}`;
  return (
    <section className={styles.exercise} aria-labelledby={titleId}>
      <h3 id={titleId}>{title}</h3>
      <p className={styles.facts}>
        {kind === 'fill-in' ? 'Fill-in' : 'Challenge'}, {checks} checks. {statistics ? wordsOf(statistics) : 'No learner has handed it in yet.'}
      </p>
      <div className={styles.buttons}>
        <Button type="button" size="s" aria-disabled={busy} onClick={() => begin('solution')}>
          Try solution
        </Button>
        <Button type="button" size="s" aria-disabled={busy} onClick={() => begin('starter')}>
          Try starter
        </Button>
        <Button type="button" size="s" aria-disabled={busy} onClick={() => begin('mistakes')}>
          Try each mistake ({mistakes})
        </Button>
        <Button type="button" size="s" aria-disabled={busy} onClick={() => begin('mutants')}>
          {mutation ? 'Try mutants again' : 'Try mutants'}
        </Button>
      </div>
      <p role="status" className={styles.progress}>
        {busy ? (progress?.total ? `Running: ${progress.done} of ${progress.total}` : 'Running') : ''}
      </p>
      {refused && (
        <p role="alert" className={styles.refused}>
          <Icon name="circle-alert" size={18} /> {refused}
        </p>
      )}
      <TriedFiles tried={tried} />
      <MutationReport mutation={mutation} />
    </section>
  );
}

function wordsOf({ learners, submissions, passed, medianTries }: NonNullable<ExerciseFacts['statistics']>): string {
  const tries = medianTries === null ? '' : `, with ${medianTries} ${medianTries === 1 ? 'try' : 'tries'} in the median`;
  return `${submissions} submissions of ${learners} ${learners === 1 ? 'learner' : 'learners'}: ${passed} passed (${Math.round((100 * passed) / learners)} %)${tries}.`;
}
