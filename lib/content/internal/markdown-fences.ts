import type { Code, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { syntaxFault } from './python-source';
import type { Place, Report } from './report';

const markdown = unified().use(remarkParse).use(remarkGfm);

/** A fenced block needs a language, and Python in it must parse unless it is marked as a fragment. */
export function reportFence({ fence, place, report }: { fence: Code; place: Place; report: Report }) {
  if (!fence.lang) {
    report.error(place, 'this code block has no language', 'write ```python, ```text, ```http or ```bash');
    return;
  }
  if (fence.lang !== 'python' || /\bpartial\b/.test(fence.meta ?? '')) return;
  const fault = syntaxFault(dedent(fence.value));
  if (fault) report.error({ file: place.file, line: place.line + fault.line, column: 1 }, 'this is not complete Python', 'mend it, or write ```python partial when it is a fragment; use ```pycon for a session with >>>');
}

/** The fences of a Markdown text that stands in a YAML value; the place is the value's. */
export function reportFences({ markdown: text, place, report }: { markdown: string; place: Place; report: Report }) {
  visit(markdown.parse(text) as Root, 'code', (fence) => {
    // a YAML block starts on the line after its key's |
    reportFence({ fence, place: { ...place, line: place.line + (fence.position?.start.line ?? 0) }, report });
  });
}

/** A fragment may be shown with the indentation it has in the program. */
function dedent(code: string): string {
  const depths = code.split('\n').filter((line) => line.trim()).map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const depth = Math.min(...depths, Number.MAX_SAFE_INTEGER);
  return code.split('\n').map((line) => line.slice(depth)).join('\n');
}
