import { Icon } from '@/components/icon';
import styles from './specimen.module.css';

const CHECKS = ['A first visit says “Visit 1”', 'The third visit says “Visit 3”', 'Another browser starts at 1'];

/** A picture, in real type, of what happens after “Submit”. */
export function Specimen({ html }: { html: string }) {
  return (
    <figure className={styles.specimen} aria-label="A program and what the checks say about it">
      <div className={styles.code} dangerouslySetInnerHTML={{ __html: html }} />
      <div className={styles.verdict}>
        <p className={styles.score}>3 of 4 checks pass.</p>
        <ul>
          {CHECKS.map((check) => (
            <li key={check} className={styles.pass}>
              <Icon name="check" /> <span>{check}</span>
            </li>
          ))}
          <li className={styles.fail}>
            <Icon name="x" />
            <span>
              The cookie lasts 30 days
              <span className={styles.why}>
                Your cookie has no Max-Age, so it goes when the browser closes. Give <code>set_cookie</code> a <code>max_age</code>, in seconds.
              </span>
            </span>
          </li>
        </ul>
      </div>
    </figure>
  );
}
