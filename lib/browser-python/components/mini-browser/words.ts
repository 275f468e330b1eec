// What the mini-browser calls things.
import type { AppExchange, TimelineStep } from '../../schema';
import type { Visit } from '../visits/visitor';

export const stepWords: Record<TimelineStep['kind'], string> = {
  route: 'Route',
  'no-route': 'No route',
  session: 'Session',
  'before-request': 'Before the view',
  view: 'View',
  template: 'Template',
  error: 'Error',
  'error-handler': 'Error handler',
  'after-request': 'After the view',
  response: 'Response',
  teardown: 'At the end',
};

/** A sentence about what a reader may not expect: why no route fits, why Flask refused. Null when there is nothing to explain. */
export const whyOf = ({ timeline, error }: AppExchange): string | null => (error ? null : timeline.filter(({ kind }) => kind !== 'session').flatMap(({ details }) => details).find(({ name }) => name === 'why')?.value ?? null);

export const statusOf = ({ response }: AppExchange): string => `${response.status} ${response.reason}`.trim();

/** `under 0.1 ms`, `0.4 ms`, `12 ms`, `1.3 s` */
export function timeWords(ms: number): string {
  if (ms < 0.1) return 'under 0.1 ms';
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`;
  return ms < 10 ? `${ms.toFixed(1)} ms` : `${Math.round(ms)} ms`;
}

/** `12 bytes`, `3.4 KB` */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** redirects that are told one by one; what goes round in circles is only counted */
const MAX_TOLD = 5;

/** For the status line: what was asked and answered, its redirects included. */
export function visitsWords(visits: readonly Visit[]): string {
  const each = visits.map((visit) => `${visit.request.method} ${visit.request.url}: ${statusOf(visit)}`);
  const told = each.length > MAX_TOLD ? [each[0], `${each.length - 2} more redirects`, each.at(-1)] : each;
  return told.join(', then ');
}
