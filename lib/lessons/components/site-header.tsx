import Link from 'next/link';
import type { ReactNode } from 'react';
import { BrandMark } from '@/components/brand-mark';
import styles from './site-header.module.css';

/** The head of every page. `account` is the personal part: it fills itself after load, so that the page around it can be static. */
export function SiteHeader({ account }: { account: ReactNode }) {
  return (
    <header className={`${styles.header} no-print`}>
      <div className={styles.inner}>
        <Link className={styles.brand} href="/" prefetch={false}>
          <BrandMark />
          <span>Coursewright</span>
        </Link>
        <nav className={styles.nav} aria-label="Site">
          <Link href="/courses" prefetch={false}>
            Courses
          </Link>
        </nav>
        <div className={styles.account}>{account}</div>
      </div>
    </header>
  );
}
