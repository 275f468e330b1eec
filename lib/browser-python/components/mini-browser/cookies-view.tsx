import { useEffect, useState } from 'react';
import { Button } from '@/components/button';
import { VisuallyHidden } from '@/components/visually-hidden';
import { type Cookie, cookieKey, type Jar, withoutExpired } from '../visits/cookie-jar';
import type { Visitor } from '../visits/visitor';
import { CookieEditor } from './cookie-editor';
import { lifeWords, reachWords } from './cookie-words';
import { NewCookie } from './new-cookie';
import { SessionData, useSession } from './session-data';
import styles from './cookies-view.module.css';

/** The visitor's cookies: what each holds, who set it, how long it lasts; each may be changed or deleted by hand. */
export function CookiesView({ jar, visitor }: { jar: Jar; visitor: Visitor }) {
  const now = useNow();
  const kept = withoutExpired(jar, now);
  return (
    <div className={styles.view}>
      {kept.length === 0 ? (
        <p>This visitor has no cookies. Your app can set some, and you can make one by hand.</p>
      ) : (
        <ul className={styles.jar}>
          {kept.map((cookie) => (
            <JarCookie key={cookieKey(cookie)} cookie={cookie} visitor={visitor} now={now} />
          ))}
        </ul>
      )}
      <NewCookie onAdd={visitor.addCookie} taken={kept.map(({ name }) => name)} />
    </div>
  );
}

function JarCookie({ cookie, visitor, now }: { cookie: Cookie; visitor: Visitor; now: number }) {
  const [editing, setEditing] = useState(false);
  const session = useSession(cookie.value);
  const key = cookieKey(cookie);
  return (
    <li className={styles.cookie}>
      <p className={styles.pair}>
        <code>
          <strong>{cookie.name}</strong>={cookie.value}
        </code>
      </p>
      {session && !editing && <SessionData session={session} edited={cookie.edited} />}
      <p className={styles.facts}>
        {cookie.edited ? 'Changed by hand: the next request sends it so.' : `Set by ${cookie.setBy}.`} {lifeWords(cookie, now)} {reachWords(cookie)}
      </p>
      {editing ? (
        <CookieEditor
          cookie={cookie}
          session={session}
          onSave={(value) => {
            visitor.setCookie(key, value);
            setEditing(false);
          }}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <div className={styles.actions}>
          <Button type="button" size="s" onClick={() => setEditing(true)}>
            Change <VisuallyHidden>{cookie.name}</VisuallyHidden>
          </Button>
          <Button type="button" size="s" variant="quiet" onClick={() => visitor.deleteCookie(key)}>
            Delete <VisuallyHidden>{cookie.name}</VisuallyHidden>
          </Button>
        </div>
      )}
    </li>
  );
}

/** ms since 1970, again every second: cookies run out while one looks at them */
function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
