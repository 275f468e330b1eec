import { ButtonLink } from '@/components/button';
import { Callout } from '@/components/callout';
import { PageHeader } from '@/components/page-header';
import { PageLink } from '@/components/page-link';
import { REPORT_WORDS } from '@/lib/content/rules';
import type { LessonPlace } from '@/lib/content/schema';
import type { ReportTarget } from '../schema';
import { ReportForm } from './report-form';
import styles from './report-page.module.css';

const NAMES: Record<LessonPlace['kind'], string> = { section: 'The section', paragraph: 'The paragraph', example: 'The example', exercise: 'The exercise', mistake: 'The common mistake', question: 'The question' };
/** characters of a paragraph that tell it from the others */
const MOST_LABEL = 110;

/** The form behind every "Something is wrong here", and the thanks after it. */
export function ReportPage({ lessonTitle, lessonHref, course, lesson, at, place, choices, sent }: ReportTarget & { sent: boolean }) {
  const back = at ? `${lessonHref}#${at}` : lessonHref;
  const eyebrow = <PageLink href={back}>{lessonTitle}</PageLink>;
  if (sent) {
    return (
      <>
        <PageHeader eyebrow={eyebrow} title="Thank you" />
        <div className={styles.sent}>
          <Callout tone="good" title="It is with the authors" role="status">
            They see your words and the place you mean, not who you are.
          </Callout>
          <ButtonLink href={back} variant="primary">
            Back to where you were
          </ButtonLink>
        </div>
      </>
    );
  }
  return (
    <>
      <PageHeader eyebrow={eyebrow} title={REPORT_WORDS} intro="The authors of the lesson read what you write, with the place you mean and without your name. You need no account." />
      <div className={styles.page}>
        {place && (
          <figure className={styles.place}>
            <figcaption>{NAMES[place.kind]}</figcaption>
            <blockquote>{place.text}</blockquote>
          </figure>
        )}
        <ReportForm course={course} lesson={lesson} at={at} whole={place ? `${NAMES[place.kind]} as a whole` : 'The lesson as a whole'} choices={choices.map((one) => ({ value: one.anchor, label: labelOf(one) }))} />
        <p className={styles.back}>
          <PageLink href={back}>Back to the lesson, without sending anything</PageLink>
        </p>
      </div>
    </>
  );
}

function labelOf({ kind, text }: LessonPlace): string {
  const short = text.length <= MOST_LABEL ? text : `${text.slice(0, MOST_LABEL).trimEnd()}…`;
  return kind === 'paragraph' ? short : `${NAMES[kind]} “${short}”`;
}
