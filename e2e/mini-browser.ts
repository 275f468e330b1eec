import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { panel } from './panel';

/** Loading Python on a busy machine. */
const LOADS = 90_000;

/** Runs what stands in `place` (an example or an exercise's panel) and opens the app it leaves behind, unless the lesson opens it by itself. */
export async function openApp(place: Locator): Promise<void> {
  await place.getByRole('button', { name: 'Run', exact: true }).click();
  const door = place.getByRole('button', { name: 'Open the app' });
  await expect(door.or(browserIn(place))).toBeVisible({ timeout: LOADS });
  if (await door.isVisible()) await door.click();
  await expect(status(place)).toHaveText(/^[A-Z]+ \//, { timeout: LOADS });
}

/** The example whose program is called so. */
export const example = (page: Page, name: string): Locator => page.locator(`#example-${name}`);
export const browserIn = (place: Locator): Locator => place.getByRole('region', { name: 'Your app in a browser' });
export const status = (place: Locator): Locator => browserIn(place).getByRole('status').first();
export const shownPage = (place: Locator): FrameLocator => browserIn(place).frameLocator('iframe');
export const view = (place: Locator, name: string): Promise<void> => browserIn(place).getByRole('tab', { name: new RegExp(`^${name}`) }).click();
export const address = (place: Locator): Locator => browserIn(place).getByLabel(/^Address/);

/** Types an address and waits for its answer. */
export async function goTo(place: Locator, path: string, method = 'GET'): Promise<void> {
  if (method !== 'GET') await browserIn(place).getByLabel('Method').selectOption(method);
  await address(place).fill(path);
  await address(place).press('Enter');
  await expect(status(place)).toContainText(`${method} ${path}: `);
}

export { panel };
