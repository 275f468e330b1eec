import styles from './flag-link.module.css';

type Props = {
  href: string;
  /** what it is for, in a few words */
  title: string;
  /** with one it is a link for everybody; without, for a pointer alone, and the same must be reachable by another link */
  label?: string;
  /** always shown, faintly; else only while a pointer is over the parent or the link has focus */
  steady?: boolean;
};

/** A small flag beside a text, to say something about it. It takes no room in a line. */
export function FlagLink({ href, title, label, steady = false }: Props) {
  const reach = label ? { 'aria-label': label } : { 'aria-hidden': true, tabIndex: -1 };
  return <a className={`${styles.flag} ${steady ? styles.steady : label ? styles.shy : styles.hover} no-print`} href={href} title={title} {...reach} />;
}
