import fs from 'node:fs';
import { expect, test } from 'vitest';
import { filesOf } from './editor-schemas';

const files = filesOf();

test.each(Object.keys(files))('%s is what npm run docs:schemas makes now', (file) => {
  expect(fs.existsSync(file) && fs.readFileSync(file, 'utf8') === files[file], `${file} is out of date: npm run docs:schemas`).toBe(true);
});

type Part = { description?: string; properties?: Record<string, Part>; items?: Part; additionalProperties?: boolean };

function undescribed(part: Part, path = ''): string[] {
  return [
    ...Object.entries(part.properties ?? {}).flatMap(([key, inner]) => [...(inner.description ? [] : [`${path}.${key}`]), ...undescribed(inner, `${path}.${key}`)]),
    ...(part.items ? undescribed(part.items, `${path}[]`) : []),
    ...(part.properties && part.additionalProperties !== false ? [`${path} takes any key`] : []),
  ];
}

test.each(Object.keys(files).filter((file) => file.startsWith('content/')))('%s explains every field, and is strict', (file) => {
  expect(undescribed(JSON.parse(files[file] ?? '') as Part)).toEqual([]);
});
