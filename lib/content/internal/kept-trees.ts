import type { Root } from 'mdast';

/**
 * A parser that remembers. Parsing is most of what reading a lesson costs, and under `npm run dev` the lesson is read after each save, in which
 * one of its texts changed. Elsewhere every text is read once, and nothing is worth keeping. The trees must not be changed.
 * @param most how many texts to keep: several times those of a lesson
 */
export function keepingTrees(parse: (text: string) => Root, { keep = process.env.NODE_ENV === 'development', most = 300 } = {}): (text: string) => Root {
  if (!keep) return parse;
  const kept = new Map<string, Root>();
  return (text) => {
    const tree = kept.get(text) ?? parse(text);
    kept.delete(text); // the newest stands last
    kept.set(text, tree);
    for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest);
    return tree;
  };
}
