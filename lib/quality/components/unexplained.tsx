import { CopyButton } from '@/components/copy-button';
import { Disclosure } from '@/components/disclosure';
import { EmptyState } from '@/components/empty-state';
import { PageLink } from '@/components/page-link';
import { Words } from '@/components/words';
import type { ClusterView, ExerciseQuality } from '../schema';
import styles from './unexplained.module.css';

/** What people get wrong in the same way, and no `wrong/*.py` knows. */
export function Unexplained({ exercises }: { exercises: ExerciseQuality[] }) {
  const found = exercises.filter(({ unexplained }) => unexplained.length > 0);
  const alone = exercises.reduce((sum, exercise) => sum + exercise.alone, 0);
  return (
    <>
      {found.length === 0 && <EmptyState title="Nothing that two people share">Every failure that more than one person had is a known mistake, or a program that Python cannot read.</EmptyState>}
      {found.map(({ id, title, href, unexplained }) => (
        <div key={id} className={styles.exercise}>
          <h3>
            <PageLink href={href}>{title}</PageLink>
          </h3>
          <ol className={styles.clusters}>
            {unexplained.map((cluster) => (
              <li key={`${cluster.check} ${cluster.said} ${cluster.example}`} className={styles.cluster}>
                <OneCluster cluster={cluster} />
              </li>
            ))}
          </ol>
        </div>
      ))}
      {alone > 0 && (
        <p className={styles.note}>
          {alone} more {alone === 1 ? 'failure, which one person alone had, is' : 'failures, which one person each had alone, are'} not shown.
        </p>
      )}
    </>
  );
}

function OneCluster({ cluster: { check, said, learners, submissions, programs, codeHtml, file, head, yaml } }: { cluster: ClusterView }) {
  return (
    <>
      <h4 className={styles.check}>{check ? <Words>{check}</Words> : 'The program does not run'}</h4>
      {said && <p className={styles.said}>{said}</p>}
      <p className={styles.note}>
        {learners} learners, {submissions} submissions, {programs === 1 ? 'the same program' : `${programs} different programs`}. {programs === 1 ? 'It is' : 'The most common one'}:
      </p>
      <div className={styles.code} data-copy>
        <span className={styles.copy}>
          <CopyButton what="the program" />
        </span>
        <div dangerouslySetInnerHTML={{ __html: codeHtml }} />
      </div>
      <Disclosure summary="Add it as a known mistake">
        <ol className={styles.steps}>
          <li>
            Save the program as <code>{file}</code>, with this above it:
            <pre data-copy>
              <code>{head}</code>
            </pre>
          </li>
          <li>
            Add to <code>exercise.yaml</code>, with a name you like better:
            <pre data-copy>
              <code>{yaml}</code>
            </pre>
          </li>
          <li>
            Write a <code>{'<Mistake>'}</code> of that name in the lesson: what people see, why, and the way out. <code>npm run check:exercises</code> then sees that it is recognized.
          </li>
        </ol>
      </Disclosure>
    </>
  );
}
