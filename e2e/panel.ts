import { expect, type Page } from '@playwright/test';

/** The place to do the first exercise of the lesson. */
export const panel = (page: Page) => page.locator('section[data-kind="fill-in"]');

/** Opens its editor: from here on its buttons and links work in place. */
export async function openEditor(page: Page): Promise<void> {
  await panel(page).getByRole('textbox', { name: 'Your program' }).click();
  await expect(panel(page).locator('.cm-content')).toBeVisible();
}

/** Opens its editor and replaces the program. */
export async function writeProgram(page: Page, code: string): Promise<void> {
  await openEditor(page);
  await panel(page).locator('.cm-content').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(code);
}
