'use client';

import { useEffect, useState } from 'react';
import { PageLink } from '@/components/page-link';
import styles from './account-area.module.css';

type Me = { signedIn: boolean; name: string | null; roles: string[] };

/** Who is here. Static pages say "Sign in" until /api/me has answered; without scripts that link is right as it is. */
export function AccountArea() {
  const [me, setMe] = useState<Me | null>(null);
  useEffect(() => {
    const gone = new AbortController();
    fetch('/api/me', { signal: gone.signal, headers: { accept: 'application/json' } })
      .then((response) => (response.ok ? (response.json() as Promise<Me>) : null))
      .then(setMe, () => undefined); // offline or slow: the plain link stays
    return () => gone.abort();
  }, []);

  if (!me?.signedIn) {
    return (
      <PageLink href="/sign-in">
        Sign in
      </PageLink>
    );
  }
  return (
    <span className={styles.area}>
      {me.roles.includes('admin') && (
        <PageLink href="/admin">
          Admin
        </PageLink>
      )}
      <PageLink href="/classrooms">
        Classrooms
      </PageLink>
      <PageLink className={styles.name} href="/account">
        {me.name ?? 'Your account'}
      </PageLink>
    </span>
  );
}
