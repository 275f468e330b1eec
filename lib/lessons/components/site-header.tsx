import type { ReactNode } from 'react';
import { BrandMark } from '@/components/brand-mark';
import { PageLink } from '@/components/page-link';
import styles from './site-header.module.css';

/** The head of every page. `account` is the personal part: it fills itself after load, so that the page around it can be static. */
export function SiteHeader({ account }: { account: ReactNode }) {
  return (
    <header className={`${styles.header} no-print`}>
      <div className={styles.inner}>
        <PageLink className={styles.brand} href="/">
          <BrandMark />
          <span>Coursewright</span>
        </PageLink>
        <nav className={styles.nav} aria-label="Site">
          <PageLink href="/courses">
            Courses
          </PageLink>
        </nav>
        <div className={styles.account}>{account}</div>
      </div>
    </header>
  );
}
