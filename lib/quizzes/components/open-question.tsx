import { FlagLink } from '@/components/flag-link';
import { anchors, REPORT_WORDS } from '@/lib/content/rules';
import type { Quiz } from '@/lib/content/schema';
import { FIELDS } from '../rules';
import type { QuizHtml } from '../schema';
import styles from './quiz.module.css';

type Props = {
  question: Quiz['questions'][number];
  html: QuizHtml;
  number: number;
  reportHref: string;
  /** the option chosen in a form that came back */
  kept: string | undefined;
  onChoose: (questionId: string, optionId: string) => void;
};

/** A question that waits for its answer: one group of radio buttons, left to the browser so that what was chosen before scripts ran stays chosen. */
export function OpenQuestion({ question, html, number, reportHref, kept, onChoose }: Props) {
  const promptId = anchors.question(question.id);
  return (
    <fieldset className={styles.question} aria-labelledby={promptId}>
      <div id={promptId} className={styles.prompt}>
        <span className={styles.number}>{number}.</span>
        <div className={styles.prose} dangerouslySetInnerHTML={{ __html: html[question.id]?.prompt ?? '' }} />
      </div>
      <FlagLink href={reportHref} title={REPORT_WORDS} />
      {question.options.map((option) => (
        // eslint-disable-next-line jsx-a11y/label-has-associated-control -- its text is the option's HTML, which the rule cannot see
        <label key={option.id} className={styles.option}>
          <input
            type="radio"
            name={FIELDS.answer(question.id)}
            value={option.id}
            required
            defaultChecked={option.id === kept}
            onChange={() => onChoose(question.id, option.id)}
          />
          <span dangerouslySetInnerHTML={{ __html: html[question.id]?.options[option.id] ?? '' }} />
        </label>
      ))}
    </fieldset>
  );
}
