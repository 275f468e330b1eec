import { expect, type Page } from '@playwright/test';
import { LESSON } from './fixtures';

/** The place to do the first exercise of the lesson. */
export const panel = (page: Page) => page.locator('section[data-kind="fill-in"]');

/**
 * Opens its editor: from here on its buttons and links work in place. The pointer comes before the click, as people's does:
 * it opens the editor, at once when its script is here, and the text area that was under it is gone then.
 */
export async function openEditor(page: Page): Promise<void> {
  await panel(page).locator('form').hover();
  await panel(page).locator('.cm-content').click();
}

/** Opens its editor and replaces the program. */
export async function writeProgram(page: Page, code: string): Promise<void> {
  await openEditor(page);
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(code);
}

/**
 * Opens the lesson and moves the mouse, as people do: the scripts of its forms come at the first sign of use. Waits until
 * React has taken the forms over; until then they work as plain forms, which other tests look at.
 */
export async function openLesson(page: Page, path = LESSON): Promise<void> {
  await page.goto(path);
  const takenOver = () => [...document.querySelectorAll('main form')].every((form) => Object.keys(form).some((key) => key.startsWith('__reactProps')));
  let x = 300;
  await expect(async () => {
    // again and again: the first move may come before anything listens
    x += 5;
    await page.mouse.move(x, 300);
    expect(await page.evaluate(takenOver)).toBe(true);
  }).toPass({ intervals: [100], timeout: 30_000 });
}
