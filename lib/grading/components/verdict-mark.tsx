import { Icon, type IconName } from '@/components/icon';
import type { CheckResult, Verdict } from '../schema';
import styles from './verdict-mark.module.css';

const VERDICTS = {
  passed: { icon: 'circle-check', word: 'Passed', tone: 'good' },
  failed: { icon: 'circle-x', word: 'Not yet', tone: 'bad' },
  'did-not-run': { icon: 'circle-alert', word: 'Did not run', tone: 'warn' },
  'over-limit': { icon: 'hourglass', word: 'Stopped', tone: 'warn' },
  'grader-fault': { icon: 'wrench', word: 'Our fault', tone: 'info' },
} as const;
const CHECKS = {
  passed: { icon: 'circle-check', word: 'Passed', tone: 'good' },
  failed: { icon: 'circle-x', word: 'Failed', tone: 'bad' },
  'not-run': { icon: 'circle-dashed', word: 'Not run', tone: 'faint' },
} as const;
const WAITING = { icon: 'circle-dashed', word: 'Waiting', tone: 'faint' } as const;

/** A verdict as icon and word, never color alone. `null` waits for its verdict. */
export function VerdictMark({ verdict, large = false }: { verdict: Verdict | null; large?: boolean }) {
  return <Mark {...(verdict ? VERDICTS[verdict] : WAITING)} size={large ? 24 : 18} />;
}

/** The state of one check as icon and word. */
export function CheckMark({ status }: { status: CheckResult['status'] }) {
  return <Mark {...CHECKS[status]} size={18} />;
}

function Mark({ icon, word, tone, size }: { icon: IconName; word: string; tone: 'good' | 'bad' | 'warn' | 'info' | 'faint'; size: number }) {
  return (
    <span className={`${styles.mark} ${styles[tone]}`}>
      <Icon name={icon} size={size} />
      {word}
    </span>
  );
}
