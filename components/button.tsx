import type { ComponentProps, ReactNode } from 'react';
import styles from './button.module.css';
import { PageLink } from './page-link';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
type Look = { variant?: ButtonVariant; size?: 's' | 'm'; children: ReactNode };

const look = ({ variant = 'secondary', size = 'm', className }: Partial<Look> & { className?: string }) =>
  [styles.button, styles[variant], size === 's' ? styles.small : '', className].filter(Boolean).join(' ');

/** A button. `submit` inside forms unless `type` says otherwise. */
export function Button({ variant, size, className, ...rest }: Look & ComponentProps<'button'>) {
  return <button className={look({ variant, size, className })} {...rest} />;
}

/** A link that looks like a button: for going somewhere, never for doing something. */
export function ButtonLink({ variant, size, className, ...rest }: Look & ComponentProps<typeof PageLink>) {
  return <PageLink className={look({ variant, size, className })} {...rest} />;
}
