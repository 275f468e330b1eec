import { EmptyState } from '@/components/empty-state';
import { Icon } from '@/components/icon';
import { PageHeader } from '@/components/page-header';
import { PageLink } from '@/components/page-link';
import { ENOUGH, needsInWords, percent, shareWhoWentOn } from '../rules';
import type { LessonLine } from '../schema';
import styles from './quality-list.module.css';

/** The lessons of a course, those that need attention first, each with what it needs and how many go on from it. */
export function CourseQualityPage({ title, lines }: { title: string; lines: LessonLine[] }) {
  const visited = lines.some(({ funnel }) => funnel.visitors > 0);
  return (
    <>
      <PageHeader
        eyebrow={<PageLink href="/quality">For authors: how lessons do</PageLink>}
        title={title}
        intro={`Lessons that need attention come first. Nothing is said of fewer than ${ENOUGH} people, and nowhere whose an answer or a program is.`}
      />
      {!visited && <EmptyState title="Nobody has been here yet">As soon as people open the lessons, what they do shows here. Reports show at once.</EmptyState>}
      <ol className={styles.list}>
        {lines.map((line) => (
          <LessonRow key={line.id} line={line} />
        ))}
      </ol>
    </>
  );
}

function LessonRow({ line: { title, href, needs, funnel } }: { line: LessonLine }) {
  const said = needsInWords(needs);
  const { visitors, stop } = funnel;
  const wentOn = shareWhoWentOn(funnel);
  return (
    <li className={styles.lesson}>
      <h2 className={styles.title}>
        <PageLink href={href}>{title}</PageLink>
      </h2>
      <div className={styles.needs}>
        {said.map((words) => (
          <p key={words} className={styles.need}>
            <Icon name="circle-alert" size={16} />
            <span>{words}</span>
          </p>
        ))}
        {stop && (
          <p className={styles.soft}>
            Most who stop do so before “{stop.step.label}”: {stop.lost} of {stop.of}
          </p>
        )}
        {said.length === 0 && !stop && <p className={styles.soft}>Nothing asks for attention</p>}
      </div>
      <p className={styles.figures}>
        {visitors === 0 ? 'No visitors yet' : `${visitors.toLocaleString('en-US')} ${visitors === 1 ? 'visitor' : 'visitors'}`}
        {visitors >= ENOUGH && wentOn !== null && <span>{percent(wentOn)} went on to the next lesson</span>}
      </p>
    </li>
  );
}
