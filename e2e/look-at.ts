import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** themes differ in colors alone */
const COLOR_RULES = ['color-contrast', 'link-in-text-block'];
/** px; 320 is also a 640 px window at 200 % zoom */
const NARROW = [360, 320];

/**
 * What is wrong with a page as it stands: what axe finds in either theme and on a phone, and sideways scrolling in a
 * narrow window.
 * @param within what axe looks at, when the rest has been looked at before
 */
export async function lookAt(page: Page, { name, within }: { name: string; within?: string }): Promise<string[]> {
  const wrong: string[] = [];
  const axe = async (how: string, rules?: string[]) => {
    // axe is a script: it cannot look into a frame in which nothing runs
    const builder = new AxeBuilder({ page }).exclude('iframe[sandbox]');
    if (within) builder.include(within);
    const { violations } = await (rules ? builder.withRules(rules) : builder.withTags(WCAG)).analyze();
    wrong.push(...violations.map(({ id, nodes }) => `${name}, ${how}: ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`));
  };
  const before = page.viewportSize();
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await painted(page);
  await axe('light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await painted(page);
  await axe('dark', COLOR_RULES);
  for (const width of NARROW) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await settledOverflow(page);
    if (overflow > 0) wrong.push(`${name}: ${overflow} px too wide at ${width} px`);
  }
  await axe('on a phone');
  if (before) await page.setViewportSize(before);
  return wrong;
}

/** Once a change of theme is on the screen: read in between, colors of both can meet. */
async function painted(page: Page): Promise<void> {
  await page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))));
}

/** How many px are reached by sideways scrolling only, once the page has had time to fit itself into a new width. */
async function settledOverflow(page: Page): Promise<number> {
  const read = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  for (let looks = 0; looks < 20; looks += 1) {
    if ((await read()) <= 0) return 0;
    await page.waitForTimeout(100); // the editor measures itself after the page has
  }
  return read();
}
