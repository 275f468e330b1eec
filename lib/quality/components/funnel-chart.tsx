import { EmptyState } from '@/components/empty-state';
import { ENOUGH } from '../rules';
import type { Funnel, FunnelStep } from '../schema';
import styles from './figures.module.css';
import { Measure, TooFew } from './measure';

/** How far people get through a lesson, step by step. */
export function FunnelChart({ funnel: { visitors, enough, steps, stop } }: { funnel: Funnel }) {
  if (visitors === 0) return <EmptyState title="Nobody has opened this lesson yet">How far its readers get stands here as soon as there are some.</EmptyState>;
  return (
    <>
      {enough ? (
        <p className={styles.finding}>
          {stop ? (
            <>
              Most who stop do so before <strong>{stop.step.label}</strong>: {stop.lost} of the {stop.of} who came as far did not go on.
            </>
          ) : (
            'Everybody who opened it came to its end.'
          )}
        </p>
      ) : (
        <TooFew what="visitors" have={visitors} want={ENOUGH} />
      )}
      <ol className={styles.rows}>
        {steps.map((step) => (
          <li key={step.id} className={styles.row} data-found={step.id === stop?.step.id || undefined}>
            <span className={styles.name}>{step.label}</span>
            <Measure value={step.reached} of={visitors} />
            <span className={styles.figures}>{inWords(step)}</span>
          </li>
        ))}
      </ol>
      <p className={styles.note}>A bar counts everybody who came this far, also those who skipped a step. People who were here lately may still go on.</p>
    </>
  );
}

function inWords({ kind, reached, tried, passed }: FunnelStep): string {
  if (kind === 'open') return `${reached} came`;
  if (kind === 'next') return `${tried} went on`;
  return `${reached} came this far, ${tried} tried, ${passed} passed`;
}
