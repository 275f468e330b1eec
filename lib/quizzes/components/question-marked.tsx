import { Icon } from '@/components/icon';
import { PageLink } from '@/components/page-link';
import { Disclosure } from '@/components/disclosure';
import { anchors, REPORT_WORDS } from '@/lib/content/rules';
import type { Quiz } from '@/lib/content/schema';
import type { MarkedQuestion, QuizHtml } from '../schema';
import styles from './quiz.module.css';

type Props = { question: Quiz['questions'][number]; html: QuizHtml; number: number; reportHref: string; marked: MarkedQuestion };

/** A question after handing in: right or not, why the chosen option is so, and, on demand, every option's reason. */
export function QuestionMarked({ question, html, number, reportHref, marked }: Props) {
  const icon = marked.correct ? 'circle-check' : 'circle-x';
  const chosen = html[question.id]?.options[marked.chosen] ?? '';
  return (
    <div className={`${styles.question} ${marked.correct ? styles.right : styles.wrong}`}>
      <div className={styles.prompt} id={anchors.question(question.id)}>
        <span className={styles.number}>{number}.</span>
        <div className={styles.prose} dangerouslySetInnerHTML={{ __html: html[question.id]?.prompt ?? '' }} />
      </div>
      <div className={styles.mark}>
        <Icon name={icon} size={20} />
        <div>
          <p>
            <strong>{marked.correct ? 'Right' : 'Not right'}</strong>, you chose: <span dangerouslySetInnerHTML={{ __html: chosen }} />
          </p>
          <p className={styles.reason} dangerouslySetInnerHTML={{ __html: marked.reasons[marked.chosen] ?? '' }} />
        </div>
      </div>
      <Disclosure summary={marked.correct ? 'Why, option by option' : 'Show the answer, and why, option by option'}>
        <ul className={styles.reasons}>
          {question.options.map((option) => (
            <li key={option.id}>
              <span className={styles.optionText} dangerouslySetInnerHTML={{ __html: html[question.id]?.options[option.id] ?? '' }} />
              {option.id === marked.answer && <strong className={styles.answer}>The answer</strong>}
              <span className={styles.reason} dangerouslySetInnerHTML={{ __html: marked.reasons[option.id] ?? '' }} />
            </li>
          ))}
        </ul>
        <div className={styles.prose} dangerouslySetInnerHTML={{ __html: marked.explanation }} />
        <p className={`${styles.report} no-print`}>
          <PageLink href={reportHref}>{REPORT_WORDS}</PageLink>
        </p>
      </Disclosure>
    </div>
  );
}
