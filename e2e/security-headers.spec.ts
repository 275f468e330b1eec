import { expect, LESSON, test } from './fixtures';

test.use({ provoked: /Content Security Policy/ });

for (const path of ['/', LESSON, '/sign-in', '/status', '/no-such-page']) {
  test(`${path} allows only its own scripts`, async ({ page, request }) => {
    const response = await request.get(path);
    const policy = response.headers()['content-security-policy'] ?? '';
    const scripts = policy.split('; ').find((part) => part.startsWith('script-src')) ?? '';
    expect(scripts).toContain("'self'");
    expect(scripts).not.toContain('unsafe');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(response.headers()['x-content-type-options']).toBe('nosniff');

    await page.goto(path);
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.body.append(script);
      return 'injected' in window;
    });
    expect(ran).toBe(false);
  });
}

test('a write sent from another site is refused', async ({ request }) => {
  for (const path of ['/api/submissions', '/api/quiz-attempts', '/api/runs']) {
    const response = await request.post(path, { headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, data: {} });
    expect(response.status(), path).toBe(403);
  }
});
