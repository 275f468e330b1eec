'use client';

import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'scroll', 'touchstart', 'focusin'] as const;
let firstSign: Promise<void> | undefined;

/** Resolves at the first sign that somebody is using the page; at once when it opens in the middle (a link to a part, a reload further down). */
function intent(): Promise<void> {
  firstSign ??= new Promise((resolve) => {
    if (typeof window === 'undefined' || location.hash !== '' || scrollY > 0) return resolve();
    const done = () => {
      for (const sign of SIGNS) removeEventListener(sign, done, true);
      resolve();
    };
    for (const sign of SIGNS) addEventListener(sign, done, { capture: true, passive: true });
  });
  return firstSign;
}

/**
 * A client component whose script is fetched only when somebody starts using the page. Its HTML is there from the start, made on the
 * server, and has to work as it is until then; React takes it over in place.
 */
export function lazyAfterIntent<Props extends object>(load: () => Promise<ComponentType<Props>>): (props: Props) => ReactNode {
  const Later = lazy(async () => {
    await intent();
    return { default: await load() };
  });
  return function AfterIntent(props: Props) {
    return (
      <Suspense fallback={null}>
        <Later {...props} />
      </Suspense>
    );
  };
}
