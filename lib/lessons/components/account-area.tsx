'use client';

import Link from 'next/link';
import { useEffect, useState } from 'react';
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
      <Link href="/sign-in" prefetch={false}>
        Sign in
      </Link>
    );
  }
  return (
    <span className={styles.area}>
      {me.roles.includes('admin') && (
        <Link href="/admin" prefetch={false}>
          Admin
        </Link>
      )}
      <Link href="/classrooms" prefetch={false}>
        Classrooms
      </Link>
      <Link className={styles.name} href="/account" prefetch={false}>
        {me.name ?? 'Your account'}
      </Link>
    </span>
  );
}
