import { ThemeSwitch } from '@/components/theme-switch';
import styles from './site-footer.module.css';

/** The foot of every page. */
export function SiteFooter() {
  return (
    <footer className={`${styles.footer} no-print`}>
      <div className={styles.inner}>
        <p>Lessons are free to read. An account keeps your progress on every device.</p>
        <a href="/status">Status of grading</a>
        <ThemeSwitch />
      </div>
    </footer>
  );
}
