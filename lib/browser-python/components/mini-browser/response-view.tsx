import { Disclosure } from '@/components/disclosure';
import { answerKind, textOf } from '../visits/answer-kind';
import type { Visit } from '../visits/visitor';
import styles from './response-view.module.css';
import { sentBody } from './sent-body';
import { sizeWords, statusOf } from './words';

/** characters of a body that are shown */
const MAX_TEXT = 50_000;

/** One exchange as it went over the wire: status line, headers, body; and what was asked. */
export function ResponseView({ visit }: { visit: Visit }) {
  const { request, response, refused } = visit;
  return (
    <div className={styles.view}>
      <Wire label="The response" first={`HTTP/1.1 ${statusOf(visit)}`} headers={response.headers} body={bodyText(visit)} />
      {refused.length > 0 && (
        <ul className={styles.refused}>
          {refused.map(({ line, why }, index) => (
            <li key={index}>
              A browser does not take this cookie: <code>{line.slice(0, 200)}</code> {why}
            </li>
          ))}
        </ul>
      )}
      <Disclosure summary="What was asked">
        <Wire label="The request" first={`${request.method} ${request.url} HTTP/1.1`} headers={[['Host', 'localhost'], ...request.headers]} body={shortened(sentBody(request))} />
      </Disclosure>
    </div>
  );
}

function Wire({ label, first, headers, body }: { label: string; first: string; headers: [string, string][]; body: string }) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
    <pre className={styles.wire} tabIndex={0} role="group" aria-label={label}>
      <strong>{first}</strong>
      {'\n'}
      {headers.map(([name, value], index) => (
        <span key={index}>
          <span className={styles.name}>{name}:</span> {value}
          {'\n'}
        </span>
      ))}
      {body && `\n${body}`}
    </pre>
  );
}

function bodyText({ response }: Visit): string {
  const { kind, type } = answerKind(response);
  const isText = ['page', 'json', 'text'].includes(kind) || /^text\/|json|xml/.test(type);
  if (isText || response.body.length === 0) return shortened(textOf(response));
  return `(${sizeWords(response.body.length)} of ${type || 'some kind'})`;
}

const shortened = (text: string): string => (text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}\n(and ${text.length - MAX_TEXT} characters more)` : text);
