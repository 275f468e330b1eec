import { Icon } from '@/components/icon';
import { Words } from '@/components/words';
import type { TriedFile } from '../schema';
import styles from './tried-files.module.css';

const VERDICTS: Record<TriedFile['verdict'], string> = { passed: 'passed', failed: 'failed', 'did-not-run': 'did not run', 'over-limit': 'over a limit', 'grader-fault': 'fault of the checks' };

/** What the sandbox said of each file, and whether that is what it must say. */
export function TriedFiles({ tried }: { tried: TriedFile[] }) {
  if (tried.length === 0) return null;
  return (
    <ul className={styles.list}>
      {tried.map(({ file, link, wanted, faults, verdict, summary, hint, runs, ms }) => (
        <li key={file} className={faults.length ? styles.wrong : styles.right}>
          <Icon name={faults.length ? 'circle-x' : 'circle-check'} size={18} className={styles.icon} />
          <div>
            <p>
              <strong>{faults.length ? 'Not as it must be' : 'As it must be'}</strong>: <a href={link}>{file.split('/exercises/')[1]?.replace(/^[^/]+\//, '') ?? file}</a> {wanted}.
            </p>
            {faults.map((fault) => (
              <p key={fault} className={styles.fault}>
                <Words>{fault}</Words>
              </p>
            ))}
            <p className={styles.verdict}>
              Verdict: {VERDICTS[verdict]}. <Words>{`${summary}${hint ? ` Hint: ${hint}` : ''}`}</Words> <span className={styles.time}>{runs > 1 ? `${runs} runs, ` : ''}{ms} ms</span>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
