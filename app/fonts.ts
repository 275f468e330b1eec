import localFont from 'next/font/local';

// Self-hosted from @fontsource-variable. next/font adds a fallback face with the same metrics, so nothing moves when the real one arrives.
// Only what the first screen shows is preloaded; code faces come when code is laid out.

const body = localFont({
  src: '../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  variable: '--face-body',
  weight: '200 800',
  display: 'swap',
});

const heading = localFont({
  src: '../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2',
  variable: '--face-heading',
  weight: '200 800',
  display: 'swap',
});

const code = localFont({
  src: '../node_modules/@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
  variable: '--face-code',
  weight: '100 800',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  fallback: ['ui-monospace', 'monospace'],
});

/** Class names that put the three faces on the page as --face-body, --face-heading and --face-code. */
export const faces = [body.variable, heading.variable, code.variable].join(' ');
