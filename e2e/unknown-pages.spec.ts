import { expect, test } from './fixtures';

test('an unknown lesson is a true 404 that names the nearest one', async ({ page }) => {
  const response = await page.goto('/courses/flask/working-with-cookie');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('main').getByRole('link', { name: 'Working with cookies' })).toBeVisible();
});

test('an unknown course is a true 404 that names the nearest one', async ({ page }) => {
  const response = await page.goto('/courses/flaks');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('main').getByRole('link', { name: /Flask/ }).first()).toBeVisible();
});

test('an unknown address is a 404 with a way on', async ({ page }) => {
  const response = await page.goto('/no/such/page');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
});
