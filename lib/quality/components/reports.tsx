import { Badge } from '@/components/badge';
import { Callout } from '@/components/callout';
import { Disclosure } from '@/components/disclosure';
import { EmptyState } from '@/components/empty-state';
import { PageLink } from '@/components/page-link';
import type { ReportKind, ReportView } from '../schema';
import { MarkForm } from './mark-form';
import styles from './reports.module.css';

const time = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const KINDS: Record<ReportKind, string> = { typo: 'Typo', broken: 'Does not work', unclear: 'Not understood', wrong: 'Not right' };
const MARKED = { done: 'Marked as done. It is under “Done” below.', open: 'Open again.' };

/** What learners said is wrong: open ones, oldest first, and those that were seen to. */
export function Reports({ open, done, marked }: { open: ReportView[]; done: ReportView[]; marked: 'done' | 'open' | null }) {
  return (
    <>
      {marked && <Callout tone="good" title={MARKED[marked]} role="status" />}
      {open.length > 0 ? (
        <List reports={open} />
      ) : (
        <EmptyState title={done.length > 0 ? 'All seen to' : 'Nothing reported'}>What learners send by “Something is wrong here”, at any paragraph, example, exercise or question, stands here.</EmptyState>
      )}
      {done.length > 0 && (
        <Disclosure summary={`Done (${done.length === 50 ? 'the latest 50' : done.length})`}>
          <List reports={done} />
        </Disclosure>
      )}
    </>
  );
}

const List = ({ reports }: { reports: ReportView[] }) => (
  <ol className={styles.list}>
    {reports.map((report) => (
      <li key={report.id} className={styles.report}>
        <OneReport report={report} />
      </li>
    ))}
  </ol>
);

function OneReport({ report: { id, kind, text, quote, place, href, state, createdAt, doneAt } }: { report: ReportView }) {
  return (
    <>
      <p className={styles.head}>
        <Badge tone={doneAt ? 'plain' : 'warn'}>{KINDS[kind]}</Badge>
        <PageLink href={href}>{place}</PageLink>
        <time dateTime={createdAt.toISOString()}>{time.format(createdAt)} UTC</time>
      </p>
      {quote && <blockquote className={styles.quote}>{quote}</blockquote>}
      <p className={styles.text}>{text || 'No words beside the place.'}</p>
      {state !== 'same' && <p className={styles.state}>{state === 'gone' ? 'This place has changed or gone since.' : 'The lesson has changed since, elsewhere as far as one can tell.'}</p>}
      <MarkForm reportId={id} done={doneAt !== null} about={`${KINDS[kind]}, ${place}`} />
    </>
  );
}
