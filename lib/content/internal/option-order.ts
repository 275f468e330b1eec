import { hashOf } from './files';

/**
 * The items in an order that looks random and is always the same: by the hash of seed and id.
 * A reworded option keeps its place, so a retry, a reload and another device show the same order.
 */
export function shuffledById<T extends { id: string }>({ seed, items }: { seed: string; items: T[] }): T[] {
  const key = new Map(items.map((item) => [item.id, hashOf([seed, item.id])]));
  return [...items].sort((a, b) => ((key.get(a.id) ?? '') < (key.get(b.id) ?? '') ? -1 : 1));
}
