import { Words } from '@/components/words';
import type { TimelineStep } from '../../schema';
import type { Visit } from '../visits/visitor';
import { LineLink } from './line-link';
import styles from './timeline-view.module.css';
import { stepWords, timeWords } from './words';

/** From the address to the response, step by step, each with the learner's line. */
export function TimelineView({ visit, onLine }: { visit: Visit; onLine?: (line: number) => void }) {
  const { request, timeline, stdout, ms } = visit;
  return (
    <div className={styles.view}>
      <p className={styles.head}>
        <code>
          {request.method} {request.url}
        </code>{' '}
        took {timeWords(ms)}.
      </p>
      <ol className={styles.steps}>
        {timeline.map((step, index) => (
          <Step key={index} step={step} onLine={onLine} />
        ))}
      </ol>
      {stdout && (
        <div>
          <p className={styles.printed}>Meanwhile your program printed</p>
          <pre className={styles.stdout}>{stdout}</pre>
        </div>
      )}
    </div>
  );
}

function Step({ step, onLine }: { step: TimelineStep; onLine?: (line: number) => void }) {
  const { kind, name, line, ms, details } = step;
  return (
    <li className={styles.step} data-kind={kind}>
      <span className={styles.kind}>{stepWords[kind]}</span>
      <span className={styles.name}>
        <code>{name}</code> {line !== null && <LineLink line={line} onLine={onLine} />}
      </span>
      <span className={styles.ms}>{ms > 0 && timeWords(ms)}</span>
      {details.length > 0 && (
        <dl className={styles.details}>
          {details.map((detail, index) =>
            detail.name === 'why' ? (
              <div key={index}>
                <dt className={styles.whyName}>Why</dt>
                <dd>
                  <Words>{detail.value}</Words>
                </dd>
              </div>
            ) : (
              <div key={index}>
                <dt>{detail.name}</dt>
                <dd>
                  <code>{detail.value}</code>
                </dd>
              </div>
            ),
          )}
        </dl>
      )}
    </li>
  );
}
