import { Disclosure } from '@/components/disclosure';
import type { Receipt } from '../schema';
import styles from './receipt.module.css';

/** What happens to a submission, in order, with words for it. */
const PHASES: Record<string, string> = {
  queue: 'in the queue',
  claim: 'until a sandbox was free',
  fork: 'starting a process',
  load: 'loading the program',
  checks: 'running the checks',
};
const SHOWN_OF_HASH = 12;

/** How a submission was graded: enough to repeat it, folded away. */
export function ReceiptDetails({ receipt }: { receipt: Receipt }) {
  const { gradedAt, contentHash, changedSince, imageHash, engine, seed, reused, phases } = receipt;
  const known = Object.keys(PHASES).filter((phase) => phase in phases);
  const others = Object.keys(phases).filter((phase) => !(phase in PHASES));
  return (
    <Disclosure summary="How this was graded">
      <dl className={styles.receipt}>
        <Line name="Graded">
          <time dateTime={gradedAt}>{gradedAt.slice(0, 19).replace('T', ' ')} UTC</time>
          {reused && '; the same program had been graded before, and got the same result'}
        </Line>
        <Line name="Exercise">
          version <Hash>{contentHash}</Hash>
          {changedSince && ', which has changed since'}
        </Line>
        {imageHash && (
          <Line name="Sandbox">
            {engine && `${engine}, `}image <Hash>{imageHash}</Hash>
          </Line>
        )}
        {seed !== null && <Line name="Seed">{seed}, from which the checks draw their inputs</Line>}
        {[...known, ...others].map((phase) => (
          <Line key={phase} name={phase}>
            {milliseconds(phases[phase] ?? 0)} {PHASES[phase]}
          </Line>
        ))}
      </dl>
    </Disclosure>
  );
}

function Line({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const Hash = ({ children }: { children: string }) => <code title={children}>{children.slice(0, SHOWN_OF_HASH)}</code>;
const milliseconds = (ms: number) => (ms < 1000 ? `${ms.toFixed(ms < 10 ? 1 : 0)} ms` : `${(ms / 1000).toFixed(1)} s`);
