import { expect, test } from 'vitest';
import { runInOrder } from './order';

const light = true as const;
const SUITES = [{ name: 'lint', light }, { name: 'types', light }, { name: 'unit' }, { name: 'agreement', light }, { name: 'e2e' }];

/** What happened, with what else was running when each began. */
async function runAll(suites: { name: string; light?: true }[]) {
  const began: string[] = [];
  const running = new Set<string>();
  const results = await runInOrder({
    suites,
    run: async ({ name }) => {
      began.push([name, ...running].join(' beside '));
      running.add(name);
      await new Promise((resolve) => setTimeout(resolve, name === 'agreement' ? 60 : 20));
      running.delete(name);
      return name;
    },
  });
  return { began, results };
}

test('light suites run two at a time, the longest from the beginning, and the others alone', async () => {
  const { began, results } = await runAll(SUITES);
  expect(began).toEqual(['agreement', 'lint beside agreement', 'types beside agreement', 'unit', 'e2e']);
  expect(results).toEqual(['lint', 'types', 'unit', 'agreement', 'e2e']);
});

test('every suite that is asked for runs once, whichever they are', async () => {
  for (const suites of [[], [{ name: 'e2e' }], [{ name: 'lint', light }]]) expect((await runAll(suites)).results).toEqual(suites.map(({ name }) => name));
});
