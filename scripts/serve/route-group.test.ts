import fs from 'node:fs';
import { expect, it } from 'vitest';
import { routeGroup } from './route-group';

const folders = (where: string) => fs.readdirSync(where, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

it('knows every folder of app/', () => {
  const all = [...folders('app').filter((name) => name !== 'api'), ...folders('app/api').map((name) => `api/${name}`)];
  expect(all.filter((name) => routeGroup(`/${name}/x?y=z`) !== name)).toEqual([]);
});

it('counts what is not known as one', () => {
  expect(['/', '/?a', '/wp-login.php', '/api/no-such', '/submissionsx/1', '//evil/..'].map(routeGroup)).toEqual(['home', 'home', 'other', 'other', 'other', 'home']);
});
