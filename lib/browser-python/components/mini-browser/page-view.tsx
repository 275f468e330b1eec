import { type ReactNode, useEffect, useState } from 'react';
import { Callout } from '@/components/callout';
import { Words } from '@/components/words';
import type { FormSubmission } from '../visits/form-request';
import type { Page, Visit } from '../visits/visitor';
import { answerKind, jsonLines, textOf } from '../visits/answer-kind';
import { ErrorNote } from './error-note';
import type { Kept } from './kept';
import { FileRow, Picture } from './page-files';
import { type PageDocument, pageDocument, type Part } from './page-document';
import { PageFrame } from './page-frame';
import styles from './page-view.module.css';
import { whyOf } from './words';

type Props = {
  page: Page;
  part: Part;
  /** false while another view is looked at: the page stays as it is, with what was typed into it */
  visible: boolean;
  takesFocus: boolean;
  kept: Kept;
  onLine?: (line: number) => void;
  onFollow: (href: string) => void;
  onSubmit: (form: FormSubmission) => void;
};

/** What the app answered, as a browser shows it, and why when it is not what one may have expected. */
export function PageView({ page, onLine, visible, ...rest }: Props) {
  const visit = page.visits.at(-1);
  if (!visit) return null;
  const why = whyOf(visit);
  return (
    <div className={styles.view} hidden={!visible}>
      {visit.error && <ErrorNote error={visit.error} onLine={onLine} />}
      {why && (
        <Callout tone="warn">
          <p className={styles.why}>
            <Words>{why}</Words>
          </p>
        </Callout>
      )}
      {page.stopped && <Stopped stopped={page.stopped} />}
      <Answer key={visit.id} visit={visit} page={page} visible={visible} {...rest} />
    </div>
  );
}

function Stopped({ stopped }: { stopped: NonNullable<Page['stopped']> }) {
  if (stopped.why === 'too-many') return <Callout tone="warn">The app sent the browser on twenty times. A browser gives up there: look where the redirects lead.</Callout>;
  return (
    <Callout tone="info">
      The app sends the browser on to <code>{stopped.href}</code>. This browser stays with your app.
    </Callout>
  );
}

function Answer({ visit, ...rest }: Omit<Props, 'onLine'> & { visit: Visit }) {
  const { response } = visit;
  const answer = answerKind(response);
  if (answer.kind === 'page') return <HtmlPage visit={visit} {...rest} />;
  if (answer.kind === 'picture') return <Picture response={response} type={answer.type} url={visit.request.url} />;
  if (answer.kind === 'file') return <FileRow response={response} type={answer.type} name={answer.name} />;
  if (answer.kind === 'empty') return <Quiet>{visit.error ? 'No page came with it.' : 'The response has no body, so there is nothing to show.'}</Quiet>;
  const text = textOf(response);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
    <pre className={styles.text} tabIndex={0} role="group" aria-label={answer.kind === 'json' ? 'The response, as JSON' : 'The response, as text'}>
      {answer.kind === 'json' ? jsonLines(text) : text}
    </pre>
  );
}

function HtmlPage({ visit, page, part, ...rest }: Omit<Props, 'onLine'> & { visit: Visit }) {
  const [made, setMade] = useState<PageDocument | 'unreadable' | null>(null);
  useEffect(() => {
    let wanted = true;
    void documentOf(visit, part).then((document) => wanted && setMade(document), () => wanted && setMade('unreadable'));
    return () => {
      wanted = false;
    };
  }, [visit, part]);
  if (!made) return <div className={styles.blank} style={{ blockSize: rest.kept.looks().pageHeight }} />;
  if (made === 'unreadable') return <Quiet>This page cannot be shown here. Response has its text.</Quiet>;
  return (
    <>
      <PageFrame html={made.html} title={made.title} url={page.url} hash={page.hash} {...rest} />
      {made.hasScripts && <Quiet>This page holds scripts. They do not run here.</Quiet>}
      {made.leftOut > 0 && <Quiet>{made.leftOut === 1 ? 'One thing in this page is' : `${made.leftOut} things in this page are`} not shown: only what your app itself serves is, and no frames, films or sounds.</Quiet>}
    </>
  );
}

const documents = new WeakMap<Visit, Promise<PageDocument>>();

/** A page that was here before is shown as it was, its pictures included. */
function documentOf(visit: Visit, part: Part): Promise<PageDocument> {
  const made = documents.get(visit) ?? pageDocument({ html: textOf(visit.response), base: visit.request.url, part });
  documents.set(visit, made);
  return made;
}

function Quiet({ children }: { children: ReactNode }) {
  return <p className={styles.quiet}>{children}</p>;
}

