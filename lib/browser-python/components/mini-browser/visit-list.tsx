import type { Visit } from '../visits/visitor';
import styles from './visit-list.module.css';
import { timeWords } from './words';

const LED: Partial<Record<Visit['cause'], string>> = { redirect: 'by redirect', part: 'for the page', form: 'by form' };

/** All requests of this visitor, the newest first; the chosen one is what Response and Timeline show. */
export function VisitList({ visits, chosen, onChoose }: { visits: readonly Visit[]; chosen: number | null; onChoose: (visit: Visit) => void }) {
  return (
    <section className={styles.list} aria-label="Requests">
      <p className={styles.title}>
        Requests <span className={styles.count}>{visits.length}</span>
      </p>
      <ol className={styles.rows} reversed>
        {visits.toReversed().map((visit, index, newestFirst) => (
          <li key={visit.id}>
            {index > 0 && newestFirst[index - 1]?.run !== visit.run && <p className={styles.again}>The program ran again</p>}
            <button type="button" className={styles.row} aria-current={visit.id === chosen ? 'true' : undefined} onClick={() => onChoose(visit)}>
              <span className={styles.method}>{visit.request.method}</span>
              <span className={styles.url}>
                {visit.request.url} {LED[visit.cause] && <span className={styles.led}>{LED[visit.cause]}</span>}
              </span>
              <span className={styles.status} data-class={Math.floor(visit.response.status / 100)}>
                {visit.response.status} <span className={styles.reason}>{visit.response.reason}</span>
              </span>
              <span className={styles.ms}>{timeWords(visit.ms)}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
