import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { inlineScriptHashes } from './seal-build';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

it('hashes every inline script once, and none that has a source', () => {
  const html = '<script src="/a.js" async=""></script><script id="r">one()</script><script>two(\n"<b>")</script><script>one()</script>';
  expect(inlineScriptHashes(html)).toEqual([hashOf('one()'), hashOf('two(\n"<b>")')]);
});
