import { Icon } from '@/components/icon';
import { Words } from '@/components/words';
import type { ResultView } from '../schema';
import styles from './check-report.module.css';
import { Comparison } from './comparison';
import { ErrorReport } from './error-report';
import { weightInWords } from './points-words';
import { CheckMark } from './verdict-mark';

type Check = ResultView['checks'][number];

/**
 * One check: its state and name, what it counts where some count more, and, when it failed, what was asked, what was expected, what came, and the hint.
 * @param marked false for advice, which is no verdict: the check then stands without its state and the color of it
 */
export function CheckReport({ check, weighted, marked = true }: { check: Check; weighted: boolean; marked?: boolean }) {
  const failed = check.status === 'failed';
  return (
    <li className={`${styles.check} ${marked ? styles.marked : ''}`}>
      <div className={styles.head}>
        {marked && <CheckMark status={check.status} />}
        <span className={styles.name}>
          <Words>{check.name}</Words>
        </span>
        {weighted && <span className={styles.weight}>{weightInWords(check.points)}</span>}
      </div>
      {failed && (
        <div className={styles.body}>
          {check.message && (
            <p className={styles.message}>
              <Words>{check.message}</Words>
            </p>
          )}
          {(!check.error || check.expected !== null) && <Comparison expected={check.expected} actual={check.actual} />}
          {check.error && <ErrorReport error={check.error} saidAbove={check.message.includes(check.error.plain)} />}
          {check.hintHtml && <Hint html={check.hintHtml} />}
        </div>
      )}
      {check.output && <Output label="Printed during this check" text={check.output} />}
    </li>
  );
}

/** The author's hint. The HTML is made on the server from trusted Markdown. */
export function Hint({ html }: { html: string }) {
  return (
    <div className={styles.hint}>
      <Icon name="lightbulb" className={styles.bulb} />
      <div>
        <strong className={styles.hintWord}>Hint</strong>
        <div className={styles.hintText} dangerouslySetInnerHTML={{ __html: html }} />
      </div>
    </div>
  );
}

/** What a program printed, opened on demand. */
export function Output({ label, text, open = false }: { label: string; text: string; open?: boolean }) {
  return (
    <details className={styles.output} open={open}>
      <summary>{label}</summary>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it */}
      <pre tabIndex={0} role="group" aria-label={label}>
        {text}
      </pre>
    </details>
  );
}
