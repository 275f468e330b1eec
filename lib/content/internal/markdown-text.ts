import type { Code, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { LineCounter, parseDocument } from 'yaml';
import { keepingTrees } from './kept-trees';
import { syntaxFault } from './python-source';
import type { Place, Report } from './report';

const markdown = unified().use(remarkParse).use(remarkGfm).freeze();
const treeOf = keepingTrees((text) => markdown.parse(text) as Root);

/** A fenced block needs a language, and Python in it must parse unless it is marked as a fragment. */
export function reportFence({ fence, place, report }: { fence: Code; place: Place; report: Report }) {
  if (!fence.lang) {
    report.error(place, 'this code block has no language', 'write ```python, ```text, ```http or ```bash');
    return;
  }
  if (fence.lang === 'json' || fence.lang === 'yaml') reportData({ fence, place, report });
  if (fence.lang !== 'python' || /\bpartial\b/.test(fence.meta ?? '')) return;
  const fault = syntaxFault(dedent(fence.value));
  if (fault) report.error({ file: place.file, line: place.line + fault.line, column: 1 }, 'this is not complete Python', 'mend it, or write ```python partial when it is a fragment; use ```pycon for a session with >>>');
}

/** JSON and YAML have to parse, too; `partial` says that a block is a fragment. */
function reportData({ fence, place, report }: { fence: Code; place: Place; report: Report }) {
  if (/\bpartial\b/.test(fence.meta ?? '')) return;
  const fault = fence.lang === 'json' ? jsonFault(fence.value) : yamlFault(fence.value);
  if (fault) report.error({ ...place, line: place.line + fault.line, column: 1 }, `this is not complete ${fence.lang?.toUpperCase()}: ${fault.why}`, `mend it, or write \`\`\`${fence.lang} partial when it is a fragment`);
}

function jsonFault(text: string): { why: string; line: number } | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const position = /position (\d+)/.exec(why)?.[1];
    return { why, line: position ? text.slice(0, Number(position)).split('\n').length : 1 };
  }
}

function yamlFault(text: string): { why: string; line: number } | null {
  const [fault] = parseDocument(text, { lineCounter: new LineCounter() }).errors;
  return fault ? { why: fault.message.split('\n')[0] ?? '', line: fault.linePos?.[0].line ?? 1 } : null;
}

/** A link or a picture as an author wrote it; whether what it names is there is checked once all lessons are known. */
export type FoundLink = { url: string; place: Place; isImage?: true };

/** What a link, a picture or a block of code cannot do without; most texts of a quiz hold none of it, and need not be parsed. */
const MAY_HOLD_MORE = /[[<@&\t]|`{3}|~{3}|:\/\/|www\.| {4}/i;

/**
 * Checks a Markdown text that stands in a YAML value.
 * @param place the value's
 * @returns its links
 */
export function checkText({ text, place, report }: { text: string; place: Place; report: Report }): FoundLink[] {
  const links: FoundLink[] = [];
  if (!MAY_HOLD_MORE.test(text)) return links;
  visit(treeOf(text), (node) => {
    // a YAML block starts on the line after its key's |
    const here = { ...place, line: place.line + (node.position?.start.line ?? 0) };
    if (node.type === 'code') reportFence({ fence: node, place: here, report });
    if (node.type === 'link') links.push({ url: node.url, place });
    if (node.type === 'image') {
      reportImage({ image: node, place, report });
      links.push({ url: node.url, place, isImage: true });
    }
  });
  return links;
}

/** A picture has to say what it shows to those who cannot see it. */
export function reportImage({ image, place, report }: { image: { url: string; alt?: string | null }; place: Place; report: Report }) {
  if (!image.alt?.trim()) report.error(place, `the image ${image.url} has no text alternative`, 'write ![what the picture shows](…)');
}

/** A fragment may be shown with the indentation it has in the program. */
function dedent(code: string): string {
  const depths = code.split('\n').filter((line) => line.trim()).map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const depth = Math.min(...depths, Number.MAX_SAFE_INTEGER);
  return code.split('\n').map((line) => line.slice(depth)).join('\n');
}
