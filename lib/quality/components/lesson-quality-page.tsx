import type { ReactNode } from 'react';
import { PageHeader } from '@/components/page-header';
import { PageLink } from '@/components/page-link';
import type { LessonQuality } from '../schema';
import { Checks } from './checks';
import { FunnelChart } from './funnel-chart';
import styles from './lesson-quality-page.module.css';
import { Questions } from './questions';
import { Reports } from './reports';
import { Unexplained } from './unexplained';

/** How one lesson does, for its authors: reports first, since somebody waits for them. */
export function LessonQualityPage({ title, courseTitle, courseHref, lessonHref, funnel, questions, olderAttempts, exercises, open, done, marked }: LessonQuality & { marked: 'done' | 'open' | null }) {
  return (
    <div className={styles.page}>
      <PageHeader eyebrow={<PageLink href={courseHref}>{courseTitle}: how the lessons do</PageLink>} title={title} intro={<PageLink href={lessonHref}>Open the lesson</PageLink>} />
      <Part id="reports" title="Reported by learners">
        <Reports open={open} done={done} marked={marked} />
      </Part>
      <Part id="stops" title="Where readers stop">
        <FunnelChart funnel={funnel} />
      </Part>
      {questions.length > 0 && (
        <Part id="questions" title="Questions" about="First attempts only. Told apart: from -1 to 1, how much better those who get it right do in the other questions; 0.2 and more is usual, below 0 is a warning.">
          <Questions questions={questions} olderAttempts={olderAttempts} />
        </Part>
      )}
      <Part id="checks" title="Checks" about="How many people ever failed each check, among the latest 500 submissions to its exercise.">
        <Checks exercises={exercises} />
      </Part>
      <Part id="unexplained" title="Mistakes nobody wrote about" about="Failures that no known mistake explains, alike ones together. Programs are shown without their comments, and without whose they are.">
        <Unexplained exercises={exercises} />
      </Part>
    </div>
  );
}

function Part({ id, title, about, children }: { id: string; title: string; about?: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className={styles.part}>
      <div className={styles.about}>
        <h2 id={`${id}-title`}>{title}</h2>
        {about && <p>{about}</p>}
      </div>
      {children}
    </section>
  );
}
