import { ButtonLink } from '@/components/button';
import { Callout } from '@/components/callout';
import { PageHeader } from '@/components/page-header';
import type { RunResult } from '../schema';
import { Output } from './check-report';
import styles from './grading-page.module.css';
import { RunOutput } from './run-output';

type Props = { lessonTitle: string; href: string; codeHtml: string; expected: string; result: RunResult | null; refusal: string | null };

/** An example that has just run, on a page that needs no scripts. */
export function RunPage({ lessonTitle, href, codeHtml, expected, result, refusal }: Props) {
  return (
    <div className={styles.page}>
      <PageHeader eyebrow={lessonTitle} title={result ? 'The example has run' : 'The example has not run'} actions={<ButtonLink href={href} variant="primary">Back to the lesson</ButtonLink>} />
      <section className={styles.section} aria-labelledby="output">
        <h2 id="output">Output</h2>
        {result ? (
          <RunOutput result={result} expected={expected} />
        ) : (
          <>
            <Callout tone="warn" title="It could not run">
              {refusal}
            </Callout>
            <Output label="What it prints, as the lesson says" text={expected} open />
          </>
        )}
      </section>
      <section className={styles.section} aria-labelledby="program">
        <h2 id="program">The program</h2>
        <div className={styles.code} dangerouslySetInnerHTML={{ __html: codeHtml }} />
      </section>
    </div>
  );
}
