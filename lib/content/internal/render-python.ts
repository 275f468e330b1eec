import { setImmediate } from 'node:timers/promises';
import { markdownToHtml } from './render-markdown';

/** Bytes, and characters of a line: highlighting holds up everybody else, for 2 s with 64 KB of dense f-strings. Programs of lessons have 2 KB. */
const MAX_HIGHLIGHTED = 12 * 1024;
const MAX_LINE = 1000;

let turn: Promise<unknown> = Promise.resolve();

/** HTML of a Python program. Programs are highlighted one after the other, with room for other work in between. */
export function pythonToHtml(code: string): Promise<string> {
  if (isLong(code)) return Promise.resolve(plainBlock(code));
  const html = turn.then(() => setImmediate()).then(() => markdownToHtml(pythonBlock(code)));
  turn = html.catch(() => {});
  return html;
}

const isLong = (code: string): boolean => Buffer.byteLength(code) > MAX_HIGHLIGHTED || code.split('\n').some((line) => line.length > MAX_LINE);

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escapeHtml = (text: string): string => text.replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);

/** The same elements as highlighted code has, without colors. */
function plainBlock(code: string): string {
  const lines = code.replace(/\n$/, '').split('\n').map((line) => `<span data-line="">${escapeHtml(line)}</span>`);
  return `<figure data-rehype-pretty-code-figure=""><pre tabindex="0" data-language="python"><code data-language="python">${lines.join('\n')}</code></pre></figure>`;
}

/** A Markdown code block of any program: its fence is longer than any row of backticks in it. */
function pythonBlock(code: string): string {
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((row) => row.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}python\n${code.replace(/\n$/, '')}\n${fence}\n`;
}
