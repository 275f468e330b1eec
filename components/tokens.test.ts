import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const COLOR = /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|oklab|lab|lch|hwb|color)\(/i;
/** Drawn by tools that know neither OKLCH nor custom properties (docs/decisions/0040-type-color-and-styles.md). */
const MAY_NAME_COLORS = ['app/tokens.css', 'lib/lessons/components/social-card-colors.ts'];
/** Set outside CSS files: by next/font. */
const SET_ELSEWHERE = ['--face-body', '--face-heading', '--face-code'];

const filesBelow = (folder: string): string[] =>
  fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(file) : [file];
  });
const files = ['app', 'components', 'lib'].flatMap(filesBelow);
const styles = files.filter((file) => file.endsWith('.css'));
const withoutComments = (file: string) => fs.readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

test('colors are named in app/tokens.css only', () => {
  const lines = styles
    .filter((file) => !MAY_NAME_COLORS.includes(file))
    .flatMap((file) => withoutComments(file).split('\n').filter((line) => /:/.test(line) && COLOR.test(line)).map((line) => `${file}: ${line.trim()}`));
  expect(lines).toEqual([]);
});

test('no color in a style attribute', () => {
  const named = files
    .filter((file) => file.endsWith('.tsx') && !file.includes('.test.'))
    .filter((file) => /(?:color|background|fill|stroke)\w*[:=]\s*\{?['"](?:#|rgb|hsl|oklch)/i.test(fs.readFileSync(file, 'utf8')));
  expect(named).toEqual([]);
});

test('every custom property that is used is defined somewhere', () => {
  const all = [...styles, ...files.filter((file) => file.endsWith('.tsx'))].map(withoutComments).join('\n');
  const defined = new Set([...SET_ELSEWHERE, ...[...all.matchAll(/(--[\w-]+)['"]?\s*:/g)].map((match) => match[1])]);
  const used = [...all.matchAll(/var\(\s*(--[\w-]+)/g)].map((match) => match[1]);
  expect([...new Set(used.filter((name) => !defined.has(name)))]).toEqual([]);
});
