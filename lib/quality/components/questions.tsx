import { Disclosure } from '@/components/disclosure';
import { EmptyState } from '@/components/empty-state';
import { PageLink } from '@/components/page-link';
import { ENOUGH, percent } from '../rules';
import type { QuestionFlag, QuestionView } from '../schema';
import figures from './figures.module.css';
import { Measure, Warning } from './measure';
import styles from './questions.module.css';

/** Each question of a quiz with how many know it and what most take for the answer. */
export function Questions({ questions, olderAttempts }: { questions: QuestionView[]; olderAttempts: number }) {
  if (questions.every(({ answers }) => answers === 0)) return <EmptyState title="Nobody has handed the quiz in yet">How many know each answer, and what most people take for it, stands here as soon as some have.</EmptyState>;
  return (
    <>
      {olderAttempts > 0 && (
        <p className={figures.note}>
          {olderAttempts} {olderAttempts === 1 ? 'attempt was' : 'attempts were'} made before the quiz last changed.
        </p>
      )}
      <ol className={figures.rows}>
        {questions.map((question) => (
          <li key={question.id} className={figures.row} data-found={question.flags.length > 0 || undefined}>
            <span className={figures.name}>
              <PageLink href={question.href}>
                {question.number}. {question.text}
              </PageLink>
            </span>
            <Measure value={question.right} of={question.answers} tone={question.flags.length > 0 ? 'warn' : 'accent'} />
            <span className={figures.figures}>{inWords(question)}</span>
            {question.flags.map((flag) => (
              <Warning key={flag}>
                <Finding flag={flag} question={question} />
              </Warning>
            ))}
            <div className={styles.more}>
              <Disclosure summary={`Question ${question.number} and its answers`}>
                <Details question={question} />
              </Disclosure>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

function inWords({ answers, right, facility, discrimination, enough }: QuestionView): string {
  if (!enough || facility === null) return `${right} of ${answers} right: too few answers yet (${answers} of ${ENOUGH})`;
  return `${right} of ${answers} right (${percent(facility)}), told apart ${discrimination === null ? 'unknown' : discrimination.toFixed(2).replace('-', '−')}`;
}

function Finding({ flag, question: { topWrong, topWrongHtml, right } }: { flag: QuestionFlag; question: QuestionView }) {
  if (flag === 'backwards') return 'It misleads those who know: people who do well in the other questions get this one wrong more often than the rest. Is the answer right, and is it the only right one?';
  if (flag === 'guessed') return 'No more people are right than if all of them guessed. Does the lesson say what it asks?';
  return (
    <>
      It misleads: more people choose “<Html html={topWrongHtml ?? ''} />” ({topWrong?.chosen}) than the answer ({right}).
    </>
  );
}

function Details({ question: { promptHtml, answerHtml, topWrong, topWrongHtml, answers } }: { question: QuestionView }) {
  return (
    <div className={styles.details}>
      <div className={styles.prompt} dangerouslySetInnerHTML={{ __html: promptHtml }} />
      <dl>
        <div>
          <dt>The answer</dt>
          <dd>
            <Html html={answerHtml} />
          </dd>
        </div>
        <div>
          <dt>The wrong option most people choose</dt>
          <dd>{topWrong && topWrongHtml ? <><Html html={topWrongHtml} />, chosen by {topWrong.chosen} of {answers}</> : 'Nobody has chosen a wrong one.'}</dd>
        </div>
      </dl>
    </div>
  );
}

/** An author's Markdown, made on the server. */
const Html = ({ html }: { html: string }) => <span dangerouslySetInnerHTML={{ __html: html }} />;
