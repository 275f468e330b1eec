import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures';
import { fill, makeWorld } from './world';

const PAGES = [
  '/classrooms/{classroom}',
  '/classrooms/{classroom}/settings',
  '/classrooms/{classroom}/learners/{learner}',
  '/classrooms/{classroom}/learners/{learner}/exercises/{exercise}',
  '/classrooms/new',
  '/join/{joinCode}',
  '/admin',
  '/admin/people/{learner}',
];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the pages of instructors and admins in ${colorScheme}, and none scrolls sideways on a phone`, async ({ page, context, browser, database, people, baseURL }) => {
    test.setTimeout(120_000);
    const instructor = await people.signIn(context, { roles: ['instructor', 'admin'] });
    const someone = async () => (await people.signIn(await browser.newContext({ baseURL }), { name: 'Maximiliana Papadopoulou-Featherstonehaugh' })).id;
    const world = await makeWorld(database, { visitor: '', admin: '', instructor: instructor.id, learner: await someone(), stranger: await someone(), otherInstructor: await someone() });
    await page.emulateMedia({ colorScheme });
    for (const address of PAGES) {
      await page.goto(fill(address, world));
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`), address).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `${address} at ${width} px`).toBeLessThanOrEqual(0);
      }
    }
  });
}
