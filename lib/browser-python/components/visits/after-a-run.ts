import type { AppExchange, AppRequest, AppRoute } from '../../schema';

/** What counts of a page of the history: the request that led to it, and how it was answered. */
type Shown = { hash: string; asked: AppRequest; visits: readonly Pick<AppExchange, 'timeline'>[] };

/** What to show: the same page asked for again, or an address. */
export type AfterRun = { reload: true } | { open: string };

/**
 * What a browser shows once its app has run again: the same page, as the learner wants to see what their change did. A form is not
 * sent again, and a page whose route is gone belongs to another program.
 * @param pages of the history, up to the one that is shown
 */
export function afterRun({ pages, routes, start }: { pages: readonly Shown[]; routes: AppRoute[]; start: string }): AfterRun {
  const page = pages.findLast(({ asked }) => asked.method === 'GET');
  const rule = page?.visits[0]?.timeline.find(({ kind }) => kind === 'route')?.name;
  if (!page || (rule && !routes.some((route) => route.rule === rule))) return { open: start };
  return page === pages.at(-1) ? { reload: true } : { open: page.asked.url + page.hash };
}
