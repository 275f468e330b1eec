import { Callout } from '@/components/callout';
import { PageHeader } from '@/components/page-header';
import { count, duration, stateOf, waitInWords } from '../rules';
import type { GradingFigures, Status } from '../schema';
import { PhaseTable } from './phase-table';
import styles from './status-page.module.css';
import { VerdictTable } from './verdict-table';

const TITLES = { open: 'Grading is open', behind: 'Grading is open, and behind', paused: 'Grading is paused', unknown: 'How grading is doing is not known' } as const;
const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: 'UTC' });

/** How grading is doing, for everybody: teachers before a class, learners who wait, and who runs the site. */
export function StatusPage({ figures, engine }: Status) {
  const state = stateOf(figures);
  const words = figures && (waitInWords(figures.hour, 'In the last hour') ?? waitInWords(figures.day, 'In the last day'));
  return (
    <div className={styles.page}>
      <PageHeader eyebrow="Status" title={TITLES[state]} intro={words} />
      {state === 'paused' && (
        <Callout tone="warn" title="Nothing is lost">
          Handing in works: code is saved, and graded as soon as a grader is back. Lessons and quizzes work as always.
        </Callout>
      )}
      {state === 'behind' && (
        <Callout tone="info" title="There is a queue">
          More is handed in than can be graded at once. Everything gets its verdict; nobody has to hand in again.
        </Callout>
      )}
      {state === 'unknown' && (
        <Callout tone="warn" title="The database does not answer">
          The figures cannot be read at the moment. Lessons can be read all the same. Reload this page in a minute.
        </Callout>
      )}
      {figures && <Now figures={figures} engine={engine} />}
      {figures && <Figures figures={figures} />}
    </div>
  );
}

function Now({ figures: { workers, waiting, oldestWaitingSeconds }, engine }: { figures: GradingFigures; engine: string | null }) {
  return (
    <dl className={styles.now}>
      <div>
        <dt>Workers alive</dt>
        <dd>{workers === 0 ? 'none' : count(workers)}</dd>
      </div>
      <div>
        <dt>Waiting now</dt>
        <dd>
          {waiting === 0 ? 'nothing' : count(waiting)}
          {waiting > 0 && <small> the oldest for {duration(oldestWaitingSeconds * 1000)}</small>}
        </dd>
      </div>
      {engine && (
        <div>
          <dt>Programs run in</dt>
          <dd>{engine}</dd>
        </div>
      )}
    </dl>
  );
}

function Figures({ figures: { at, hour, day } }: { figures: GradingFigures }) {
  return (
    <>
      <section className={styles.section} aria-labelledby="times">
        <h2 id="times">How long it takes</h2>
        <div className={styles.sides}>
          <PhaseTable period={hour} name="hour" />
          <PhaseTable period={day} name="day" />
        </div>
      </section>
      <section className={`${styles.section} ${styles.narrow}`} aria-labelledby="verdicts">
        <h2 id="verdicts">Verdicts</h2>
        <VerdictTable hour={hour} day={day} />
      </section>
      <p className={styles.note}>
        Figures of <time dateTime={at.toISOString()}>{clock.format(at)} UTC</time>, read again at most every 15 seconds. Reload the page for newer ones.
      </p>
    </>
  );
}
