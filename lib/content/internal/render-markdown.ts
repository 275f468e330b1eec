import { createHash } from 'node:crypto';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import rehypeCode from './rehype-code.mjs';

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeCode).use(rehypeStringify).freeze();

/** Authors' texts are few and asked for again and again; learners' code is not, so the oldest entries go first. */
const MAX_KEPT = 2000;
const kept = new Map<string, Promise<string>>();

/** HTML of Markdown: tables, highlighted code, no raw HTML. */
export function markdownToHtml(markdown: string): Promise<string> {
  const key = createHash('sha256').update(markdown).digest('base64');
  const before = kept.get(key);
  if (before) return before;
  const html = processor.process(markdown).then(String);
  kept.set(key, html);
  html.catch(() => kept.delete(key));
  const oldest = kept.size > MAX_KEPT ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  return html;
}
