import { DataTable } from '@/components/data-table';
import { EmptyState } from '@/components/empty-state';
import { count, duration, scaleOf, totalOf } from '../rules';
import type { Period, Phase, Spread } from '../schema';
import styles from './phase-table.module.css';

/** In the order of the rows: the whole first, then what it consists of. */
const WORDS: Record<Phase, string> = {
  total: 'From handing in to verdict',
  queue: 'Waiting in line',
  claim: 'Getting a sandbox',
  fork: 'Starting Python',
  load: 'Loading the program',
  checks: 'Running the checks',
  store: 'Writing down the verdict',
};

/** How long each phase of grading took in the last hour or day: a bar to see it at a glance, and the figures with their n. */
export function PhaseTable({ period, name }: { period: Period; name: 'hour' | 'day' }) {
  const rows = (Object.keys(WORDS) as Phase[]).flatMap((phase) => {
    const spread = period.phases[phase];
    return spread ? [{ phase, spread }] : [];
  });
  if (rows.length === 0) {
    return (
      <EmptyState title={`Nothing was graded in the last ${name}`}>
        {period.reused > 0 ? 'All that was handed in had been graded before, word for word, and got its verdict at once.' : 'When somebody hands in work, how long its verdict took shows here.'}
      </EmptyState>
    );
  }
  const scale = scaleOf(rows.map(({ spread }) => spread));
  return (
    <div className={styles.frame}>
      <DataTable caption={`The last ${name}`}>
        <thead>
          <tr>
            <th scope="col">Phase</th>
            <th scope="col" data-number>
              Half within
            </th>
            <th scope="col" data-number>
              95 of 100 within
            </th>
            <th scope="col" data-number>
              n
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ phase, spread }) => (
            <tr key={phase} className={phase === 'total' ? styles.total : undefined}>
              <th scope="row">
                {WORDS[phase]}
                <Bar spread={spread} scale={scale} />
              </th>
              <td data-number>{duration(spread.p50)}</td>
              <td data-number>{duration(spread.p95)}</td>
              <td data-number>{count(spread.n)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <Note period={period} />
    </div>
  );
}

/** The strong part reaches to the median, the weak one to the 95th percentile. What it says stands beside it in figures. */
function Bar({ spread: { p50, p95 }, scale }: { spread: Spread; scale: number }) {
  return (
    <svg className={styles.bar} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden>
      <rect className={styles.rail} width="100" height="1" />
      <rect className={styles.most} width={(100 * p95) / scale} height="1" />
      <rect className={styles.half} width={(100 * p50) / scale} height="1" />
    </svg>
  );
}

function Note({ period }: { period: Period }) {
  const measured = period.phases.total?.n ?? 0;
  const graded = totalOf(period) - period.reused;
  return (
    <p className={styles.note}>
      The strong part of a bar is half of the programs, the pale part 95 of 100.
      {measured < graded && ` Measured on ${count(measured)} of ${count(graded)}, chosen by chance.`}
      {period.reused > 0 && ` ${count(period.reused)} more had been graded before, word for word, and got ${period.reused === 1 ? 'its verdict' : 'their verdicts'} at once.`}
    </p>
  );
}
