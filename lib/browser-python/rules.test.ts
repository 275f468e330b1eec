import { expect, it } from 'vitest';
import { whyUnfit } from './rules';

const FINE = { webAssembly: true, saveData: false, network: '4g', memory: 8, processors: 8 };

it('loads Python where nothing speaks against it, and where nothing is known', () => {
  expect(whyUnfit(FINE)).toBeNull();
  expect(whyUnfit({ webAssembly: true })).toBeNull();
});

it.each([
  [{ webAssembly: false }, 'WebAssembly'],
  [{ saveData: true }, 'save data'],
  [{ network: '2g' }, 'slow'],
  [{ network: 'slow-2g' }, 'slow'],
  [{ memory: 1 }, 'memory'],
  [{ memory: 0.5 }, 'memory'],
  [{ processors: 1 }, 'processor'],
])('says why it does not: %j', (part, word) => {
  expect(whyUnfit({ ...FINE, ...part })).toContain(word);
  expect(whyUnfit({ ...FINE, ...part }), 'the cause and no more: a server may be closed, too').not.toContain('server');
});
