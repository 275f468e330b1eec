import { Disclosure } from '@/components/disclosure';
import type { MutationScore } from '../schema';
import styles from './mutation-report.module.css';

/** How well the checks notice that the solution was changed. */
export function MutationReport({ mutation }: { mutation: MutationScore | null }) {
  if (!mutation) return <p className={styles.score}>Mutation score: not known since the last change.</p>;
  const { mutants, killed, waived, percent, faults, survivors } = mutation;
  return (
    <div className={styles.report}>
      <p className={styles.score}>
        Mutation score: {mutants ? `${percent} %` : 'none'}. {mutants > 0 && `${killed} of ${mutants} mutants killed${waived ? `, ${waived} waived` : ''}.`}
      </p>
      {faults.map((fault) => (
        <p key={fault} className={styles.fault}>
          {fault}
        </p>
      ))}
      {survivors.length > 0 && (
        <Disclosure summary={survivors.length === 1 ? 'One mutant survives' : `${survivors.length} mutants survive`}>
          <ul className={styles.survivors}>
            {survivors.map(({ file, line, kind, diff, link }, index) => (
              <li key={index}>
                <a href={link}>
                  {file}:{line}
                </a>{' '}
                {kind}
                {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it */}
                <pre tabIndex={0}>{diff.join('\n')}</pre>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}
