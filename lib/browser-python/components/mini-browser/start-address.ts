import type { AppRoute } from '../../schema';

/** Where to begin: at `/`, else at the first page that can be opened without arguments. */
export function startAddress(routes: AppRoute[]): string {
  const pages = routes.filter(({ endpoint, methods, rule }) => endpoint !== 'static' && methods.includes('GET') && !rule.includes('<')).map(({ rule }) => rule);
  return pages.includes('/') ? '/' : (pages[0] ?? '/');
}
