import AxeBuilder from '@axe-core/playwright';
import { expect, LESSON, test } from './fixtures';

const PUBLIC_PAGES = ['/', '/courses/flask', LESSON, '/courses/flask/reference', '/sign-in', '/sign-up', '/no-such-page'];
const OWN_PAGES = ['/account', '/classrooms', '/join'];
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    for (const path of PUBLIC_PAGES) {
      test(`axe finds nothing on ${path}`, async ({ page }) => {
        await page.goto(path);
        const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
      });
    }

    for (const path of OWN_PAGES) {
      test(`axe finds nothing on ${path} for an instructor`, async ({ page, people, context }) => {
        await people.signIn(context, { roles: ['instructor', 'admin'] });
        await page.goto(path);
        const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
      });
    }
  });
}

for (const width of [360, 320]) {
  test(`nothing needs sideways scrolling at ${width} px`, async ({ page, people, context }) => {
    // 320 px is also a 640 px window at 200 % zoom
    await people.signIn(context, { roles: ['instructor', 'admin'] });
    await page.setViewportSize({ width, height: 800 });
    for (const path of [...PUBLIC_PAGES, ...OWN_PAGES]) {
      await page.goto(path);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, path).toBeLessThanOrEqual(0);
    }
  });
}
