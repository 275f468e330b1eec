import GithubSlugger from 'github-slugger';
import type { Code, Image, Link, Node, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { toString } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFileMessage } from 'vfile-message';
import { keepingTrees } from './kept-trees';
import type { FoundLink } from './markdown-text';
import { folderOf, placesIn } from './remark-places.mjs';
import type { Place, Report } from './report';

type Element = MdxJsxFlowElement | MdxJsxTextElement;

/** A component as the author wrote it; a value is null when it is not plain text. */
export type Use = { name: string; values: Map<string, string | null>; element: Element; place: Place };

/** A paragraph as it is read: inline code is the word `code`, so that it counts as one. */
export type Prose = { text: string; place: Place };

/** What a reader can point at, in reading order: a heading, a component, or a paragraph with its id on the page. */
export type Stop = { kind: 'heading'; depth: number; id: string; text: string } | { kind: 'use'; name: string; values: Use['values'] } | { kind: 'paragraph'; id: string; text: string };

/** What the checks want to know of an MDX file. */
export type Body = {
  uses: Use[];
  headings: { depth: number; text: string; slug: string; place: Place }[];
  links: { url: string; place: Place }[];
  images: { url: string; alt: string; place: Place }[];
  fences: { fence: Code; place: Place }[];
  prose: Prose[];
  stops: Stop[];
  /** import, export and {expressions}: code that prose must not hold */
  code: { place: Place }[];
};

const mdx = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).use(remarkMdx).freeze();
const treeOf = keepingTrees((text) => mdx.parse(text) as Root);

/** Parses an MDX file as the build does; a syntax error is reported with its place and gives null. */
export function readBody({ file, text, report }: { file: string; text: string; report: Report }): Body | null {
  try {
    return describe({ file, root: treeOf(text) });
  } catch (fault) {
    if (!(fault instanceof VFileMessage)) throw fault;
    report.error({ file, ...placeOf(fault) }, `this is not valid MDX: ${fault.reason}`, 'close every tag; write a bare < or { in `code`, or as &lt; and &#123;');
    return null;
  }
}

/** Of a tag that is never closed, the parser names the place in words only: `…for \`<Note>\` (22:1-22:7)`. */
function placeOf({ line, column, reason }: VFileMessage): Omit<Place, 'file'> {
  const said = /\((\d+):(\d+)-/.exec(reason);
  return { line: line ?? Number(said?.[1] ?? 1), column: column ?? Number(said?.[2] ?? 1) };
}

/** Everything in it that names something elsewhere. */
export const linksOf = (body: Body): FoundLink[] => [...body.links, ...body.images.map(({ url, place }): FoundLink => ({ url, place, isImage: true }))];

function describe({ file, root }: { file: string; root: Root }): Body {
  const body: Body = { uses: [], headings: [], links: [], images: [], fences: [], prose: [], stops: [], code: [] };
  const slugger = new GithubSlugger();
  const ids = new Map(placesIn(root, folderOf(file)).map(({ node, ...place }) => [node as Node, place]));
  visit(root, (node) => {
    const place: Place = { file, line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
    const paragraph = ids.get(node);
    if (paragraph) body.stops.push({ kind: 'paragraph', ...paragraph });
    switch (node.type) {
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        body.uses.push({ name: node.name ?? '', values: valuesOf(node), element: node, place });
        body.stops.push({ kind: 'use', name: node.name ?? '', values: valuesOf(node) });
        break;
      case 'heading': {
        const text = toString(node);
        const slug = slugger.slug(text);
        body.headings.push({ depth: node.depth, text, slug, place });
        body.stops.push({ kind: 'heading', depth: node.depth, id: slug, text });
        break;
      }
      case 'link':
      case 'definition':
        body.links.push({ url: (node as Link).url, place });
        break;
      case 'image':
        body.images.push({ url: node.url, alt: (node as Image).alt ?? '', place });
        break;
      case 'paragraph':
        body.prose.push({ text: readAloud(node), place });
        break;
      case 'code':
        body.fences.push({ fence: node, place });
        break;
      case 'mdxjsEsm':
        body.code.push({ place });
        break;
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        if (!/^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value)) body.code.push({ place });
        break;
    }
  });
  return body;
}

/** The text of a paragraph, with inline code as one word. */
function readAloud(node: Node): string {
  if (node.type === 'inlineCode') return 'code';
  if ('children' in node) return (node.children as Node[]).map(readAloud).join('');
  return 'value' in node && node.type === 'text' ? String(node.value) : '';
}

/** Attributes given as "text", or as {"text"} or {`text`} when the text holds quotes. */
function valuesOf(element: Element): Map<string, string | null> {
  const values = new Map<string, string | null>();
  for (const attribute of element.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') values.set('…', null);
    else if (typeof attribute.value === 'string') values.set(attribute.name, attribute.value);
    else values.set(attribute.name, attribute.value ? literal(attribute.value.data?.estree?.body[0]) : '');
  }
  return values;
}

function literal(statement: unknown): string | null {
  const expression = (statement as { expression?: { type: string; value?: unknown; quasis?: { value: { cooked?: string | null } }[] } } | undefined)?.expression;
  if (expression?.type === 'Literal' && typeof expression.value === 'string') return expression.value;
  if (expression?.type === 'TemplateLiteral' && expression.quasis?.length === 1) return expression.quasis[0]?.value.cooked ?? null;
  return null;
}
