import fs from 'node:fs';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkText } from './markdown-text';
import { Report } from './report';

const place = { file: 'content/x.yaml', line: 1, column: 1 };
const linksOf = (text: string) => checkText({ text, place, report: new Report() }).map(({ url }) => url);
const messagesOf = (text: string) => {
  const report = new Report();
  checkText({ text, place, report });
  return report.diagnostics.map(({ message }) => message);
};

test.each([
  ['[a](/b)', '/b'],
  ['<https://a.org/>', 'https://a.org/'],
  ['see https://a.org/x', 'https://a.org/x'],
  ['see WWW.a.org', 'http://WWW.a.org'],
  ['write to a@b.org', 'mailto:a@b.org'],
  ['write to a&#64;b.org', 'mailto:a@b.org'],
  ['* one\n* [two](#three)', '#three'],
])('the link in %j is found', (text, url) => expect(linksOf(text)).toEqual([url]));

test.each(['```\nx\n```', '~~~\nx\n~~~', '    x = 1', '\tx = 1', '1.     x = 1'])('the code block in %j is found, and has no language', (text) => expect(messagesOf(text)).toEqual(['this code block has no language']));

test('no text of the course holds more than is seen in it at a glance', { timeout: 30_000 }, () => {
  const markdown = unified().use(remarkParse).use(remarkGfm);
  const root = 'content/courses';
  const files = fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /(quiz|exercise)\.yaml$/.test(name));
  const texts = files.flatMap((name) => stringsOf(parse(fs.readFileSync(`${root}/${name}`, 'utf8'))));
  expect(texts.length).toBeGreaterThan(500);
  for (const text of texts) {
    const urls: string[] = [];
    visit(markdown.parse(text) as Root, 'link', (node) => void urls.push(node.url));
    expect(linksOf(text), text).toEqual(urls);
  }
});

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(stringsOf) : [];
}
