import type { ComponentProps, ReactNode } from 'react';
import { Icon, type IconName } from './icon';
import styles from './callout.module.css';

export type Tone = 'info' | 'good' | 'warn' | 'bad';

/** The icon of each tone, so that a tone never rests on color alone. */
export const toneIcons: Record<Tone, IconName> = { info: 'info', good: 'circle-check', warn: 'triangle-alert', bad: 'circle-alert' };

/** A few words that must not be missed. Pass `role="alert"` or `role="status"` when it appears after an action. */
export function Callout({ tone = 'info', title, children, ...rest }: { tone?: Tone; title?: string; children?: ReactNode } & ComponentProps<'div'>) {
  return (
    <div className={`${styles.callout} ${styles[tone]}`} {...rest}>
      <Icon name={toneIcons[tone]} className={styles.icon} size={20} />
      <div className={styles.body}>
        {title && <p className={styles.title}>{title}</p>}
        {children && <div>{children}</div>}
      </div>
    </div>
  );
}
