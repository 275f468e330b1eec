import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { ThemeScript } from '@/components/theme-script';
import { AccountArea } from '@/lib/lessons/components/account-area';
import { SiteFooter } from '@/lib/lessons/components/site-footer';
import { SiteHeader } from '@/lib/lessons/components/site-header';
import { faces } from './fonts';
import './globals.css';
import styles from './layout.module.css';

export const metadata: Metadata = {
  metadataBase: new URL(process.env.SITE_URL ?? 'http://localhost:3000'),
  title: { default: 'Coursewright', template: '%s · Coursewright' },
  description: 'Interactive programming courses: read, run, practice.',
};

export const viewport: Viewport = { colorScheme: 'light dark' };

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // the theme script adds a class and an attribute before React looks
    <html lang="en" className={faces} suppressHydrationWarning>
      <body>
        <ThemeScript />
        <a className={styles.skip} href="#main">
          Skip to the content
        </a>
        <SiteHeader account={<AccountArea />} />
        <main id="main" tabIndex={-1} className={styles.main}>
          {children}
        </main>
        <SiteFooter />
      </body>
    </html>
  );
}
