import { CopyButton } from '@/components/copy-button';
import { Disclosure } from '@/components/disclosure';
import { Icon } from '@/components/icon';
import { Words } from '@/components/words';
import { countProblems } from '../rules';
import type { Problem } from '../schema';
import { PanelHead } from './panel-head';
import styles from './problem-list.module.css';

const LOOKS = { error: { icon: 'circle-alert', word: 'Error' }, warning: { icon: 'triangle-alert', word: 'Warning' } } as const;

/** What has to be mended: where, what, and what to write instead. */
export function ProblemList({ here, elsewhere, onClose }: { here: Problem[]; elsewhere: Problem[]; onClose: () => void }) {
  return (
    <>
      <PanelHead title={here.length ? `To mend here: ${countProblems(here)}` : 'Nothing to mend here'} onClose={onClose} />
      {here.length > 0 && <Problems problems={here} />}
      {elsewhere.length > 0 && (
        <Disclosure summary={`In other lessons: ${countProblems(elsewhere)}`}>
          <Problems problems={elsewhere} />
        </Disclosure>
      )}
    </>
  );
}

function Problems({ problems }: { problems: Problem[] }) {
  return (
    <ol className={styles.list}>
      {problems.map(({ severity, file, line, column, message, fix, link, path }) => (
        <li key={`${file}:${line}:${column} ${message}`} className={styles[severity]}>
          <Icon name={LOOKS[severity].icon} size={18} className={styles.icon} />
          <div>
            <p>
              <strong>{LOOKS[severity].word}:</strong> <Words>{message}</Words>
            </p>
            <p className={styles.fix}>
              <Words>{fix}</Words>
            </p>
            <p className={styles.place}>
              <a href={link}>
                {shortName(file)}:{line}:{column}
              </a>
              <CopyButton text={`${path}:${line}:${column}`} what="its path" />
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** As an author looks for it: from the lesson's folder on. */
const shortName = (file: string) => file.replace(/^content\/courses\/[^/]+\/(lessons\/)?/, '');
