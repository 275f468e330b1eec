import { Words } from '@/components/words';
import { CheckMark } from '@/lib/grading/components/verdict-mark';
import type { AdviceDifference } from '@/lib/grading/schema';
import type { Disagreement } from '../schema';
import styles from './agreement-page.module.css';

const time = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const SHOWN_OF_HASH = 12;

/** One submission: what each of the two said of the checks they differ in, and what they ran on. */
export function DisagreementReport({ disagreement: { submissionId, contentHash, compared, differences, seeds, versions, imageHash, createdAt } }: { disagreement: Disagreement }) {
  const browser = Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(', ');
  return (
    <li className={styles.report}>
      <p className={styles.when}>
        <time dateTime={createdAt.toISOString()}>{time.format(createdAt)} UTC</time> · {differences.length} of {compared} visible {compared === 1 ? 'check' : 'checks'}
      </p>
      {differences.map(({ check, ...said }) => (
        <div key={check} className={styles.difference}>
          <h3>
            <Words>{check}</Words>
          </h3>
          <div className={styles.sides}>
            <Side name="In the browser" {...said.browser} />
            <Side name="By the grader" {...said.grader} />
          </div>
        </div>
      ))}
      <dl className={styles.facts}>
        <Fact name="Browser">
          {browser || 'versions unknown'}; seed {seeds.browser}
        </Fact>
        <Fact name="Grader">
          image <Hash>{imageHash}</Hash>; seed {seeds.grader}
        </Fact>
        <Fact name="Exercise">
          version <Hash>{contentHash}</Hash>
        </Fact>
        <Fact name="To see it again">
          <code>npm run replay -- {submissionId}</code>
        </Fact>
      </dl>
    </li>
  );
}

function Side({ name, status, message }: { name: string } & AdviceDifference['browser']) {
  return (
    <div>
      <p className={styles.side}>{name}</p>
      <CheckMark status={status} />
      {message && (
        <p className={styles.message}>
          <Words>{message}</Words>
        </p>
      )}
    </div>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const Hash = ({ children }: { children: string }) => <code title={children}>{children.slice(0, SHOWN_OF_HASH)}</code>;
