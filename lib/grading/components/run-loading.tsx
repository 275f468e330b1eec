import { useEffect, useState } from 'react';
import type { Python } from '@/lib/browser-python/schema';
import type { WaitingFor } from './run-anywhere';
import styles from './run-loading.module.css';
import { bytesInWords, WAITING } from './run-words';

/** How far Python is on its way into this browser, for who waits for it: what is loaded, and how much of it. */
export function RunLoading({ python, what }: { python: Python; what: WaitingFor | 'app' }) {
  const [state, setState] = useState(python.state());
  useEffect(() => {
    const look = () => setState(python.state());
    look();
    return python.subscribe(look);
  }, [python]);
  const { step, loaded, total } = state.kind === 'loading' ? state : { step: '', loaded: 0, total: 0 };
  const bytes = bytesInWords({ loaded, total });
  return (
    <div className={styles.loading}>
      <p>{WAITING[what]}</p>
      <progress className={styles.bar} aria-label="Loading Python" value={total > 0 ? Math.min(loaded, total) : undefined} max={total > 0 ? total : undefined} />
      <p className={styles.step}>{[step, bytes].filter(Boolean).join(' · ') || 'Getting ready'}</p>
    </div>
  );
}
