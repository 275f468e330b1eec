import { ChevronRight } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import styles from './disclosure.module.css';

/** Something that opens on demand; works without scripts. */
export function Disclosure({ summary, children, ...rest }: { summary: ReactNode; children: ReactNode } & ComponentProps<'details'>) {
  return (
    <details className={styles.disclosure} {...rest}>
      <summary className={styles.summary}>
        <ChevronRight className={styles.chevron} size={18} aria-hidden />
        <span>{summary}</span>
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
