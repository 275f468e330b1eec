import { useEffect, useState } from 'react';
import { readSession, type SessionCookie } from '../visits/session-cookie';
import styles from './session-data.module.css';

/** The session that a cookie's value holds; null while it is read, and when it holds none. */
export function useSession(value: string): SessionCookie | null {
  const [read, setRead] = useState<{ value: string; session: SessionCookie | null } | null>(null);
  useEffect(() => {
    let wanted = true;
    void readSession(value).then((session) => wanted && setRead({ value, session }));
    return () => {
      wanted = false;
    };
  }, [value]);
  return read?.value === value ? read.session : null;
}

/** What stands in a session cookie, for everybody to read. */
export function SessionData({ session, edited }: { session: SessionCookie; edited: boolean }) {
  return (
    <div className={styles.session}>
      <p className={styles.label}>Everybody can read what it holds:</p>
      <pre className={styles.data}>{session.data}</pre>
      <p className={styles.seal}>
        {edited ? 'The signature is still the old one, made for other data. ' : ''}
        Signature: <code>{session.seal}</code>
      </p>
    </div>
  );
}
