import { distance } from 'fastest-levenshtein';
import type { NearMatch } from './schema';

/**
 * The pages an unknown address probably meant, nearest first.
 * Compared by the last part of the address, letter by letter, and by the words it shares with the page's address and title.
 */
export function nearestPages({ path, pages, limit = 4 }: { path: string; pages: NearMatch[]; limit?: number }): NearMatch[] {
  const wanted = wordsOf(path.split('/').filter(Boolean).at(-1) ?? '');
  if (wanted.length === 0) return [];
  return pages
    .map((page) => ({ page, nearness: nearness({ wanted, page }) }))
    .filter(({ nearness }) => nearness >= 0.4)
    .sort((a, b) => b.nearness - a.nearness)
    .slice(0, limit)
    .map(({ page }) => page);
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

/** 0 to 1: the better of "same letters in the same order" and "same words". */
function nearness({ wanted, page }: { wanted: string[]; page: NearMatch }): number {
  const slug = page.path.split('/').at(-1) ?? '';
  const a = wanted.join('-');
  const letters = 1 - distance(a, slug) / Math.max(a.length, slug.length);
  const offered = wordsOf(`${slug} ${page.title}`);
  const shared = wanted.filter((word) => offered.some((other) => sameWord(word, other))).length / wanted.length;
  return Math.max(letters, shared * 0.95);
}

/** Equal, one the beginning of the other ("cookie", "cookies"), or one typing slip in a longer word. */
function sameWord(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 4) return false;
  return a.startsWith(b) || b.startsWith(a) || distance(a, b) <= 1;
}
