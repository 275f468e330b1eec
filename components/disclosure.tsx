import type { ComponentProps, ReactNode } from 'react';
import { Icon } from './icon';
import styles from './disclosure.module.css';

/** Something that opens on demand; works without scripts. */
export function Disclosure({ summary, children, ...rest }: { summary: ReactNode; children: ReactNode } & ComponentProps<'details'>) {
  return (
    <details className={styles.disclosure} {...rest}>
      <summary className={styles.summary}>
        <Icon name="chevron-right" className={styles.chevron} />
        <span>{summary}</span>
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
