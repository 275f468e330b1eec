import { CircleAlert, CircleCheck, CircleDashed, CircleX, Hourglass, Wrench } from 'lucide-react';
import type { CheckResult, Verdict } from '../schema';
import styles from './verdict-mark.module.css';

const VERDICTS = {
  passed: { Icon: CircleCheck, word: 'Passed', tone: 'good' },
  failed: { Icon: CircleX, word: 'Not yet', tone: 'bad' },
  'did-not-run': { Icon: CircleAlert, word: 'Did not run', tone: 'warn' },
  'over-limit': { Icon: Hourglass, word: 'Stopped', tone: 'warn' },
  'grader-fault': { Icon: Wrench, word: 'Our fault', tone: 'info' },
} as const;
const CHECKS = {
  passed: { Icon: CircleCheck, word: 'Passed', tone: 'good' },
  failed: { Icon: CircleX, word: 'Failed', tone: 'bad' },
  'not-run': { Icon: CircleDashed, word: 'Not run', tone: 'faint' },
} as const;
const WAITING = { Icon: CircleDashed, word: 'Waiting', tone: 'faint' } as const;

/** A verdict as icon and word, never color alone. `null` waits for its verdict. */
export function VerdictMark({ verdict, large = false }: { verdict: Verdict | null; large?: boolean }) {
  return <Mark {...(verdict ? VERDICTS[verdict] : WAITING)} size={large ? 24 : 18} />;
}

/** The state of one check as icon and word. */
export function CheckMark({ status }: { status: CheckResult['status'] }) {
  return <Mark {...CHECKS[status]} size={18} />;
}

function Mark({ Icon, word, tone, size }: { Icon: typeof CircleCheck; word: string; tone: 'good' | 'bad' | 'warn' | 'info' | 'faint'; size: number }) {
  return (
    <span className={`${styles.mark} ${styles[tone]}`}>
      <Icon size={size} aria-hidden />
      {word}
    </span>
  );
}
