import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import styles from './callout.module.css';

export type Tone = 'info' | 'good' | 'warn' | 'bad';

/** The icon of each tone, so that a tone never rests on color alone. */
export const toneIcons = { info: Info, good: CircleCheck, warn: TriangleAlert, bad: CircleAlert };

/** A few words that must not be missed. Pass `role="alert"` or `role="status"` when it appears after an action. */
export function Callout({ tone = 'info', title, children, ...rest }: { tone?: Tone; title?: string; children?: ReactNode } & ComponentProps<'div'>) {
  const Icon = toneIcons[tone];
  return (
    <div className={`${styles.callout} ${styles[tone]}`} {...rest}>
      <Icon className={styles.icon} size={20} aria-hidden />
      <div className={styles.body}>
        {title && <p className={styles.title}>{title}</p>}
        {children && <div>{children}</div>}
      </div>
    </div>
  );
}
