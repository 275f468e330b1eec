'use client';

import { useEffect, useRef, useState } from 'react';
import styles from './copy-button.module.css';

/**
 * Copies `text`, or, without one, the first <code> inside the nearest ancestor marked `data-copy` (so the page need not carry the text twice).
 * `what` completes "Copy …" for screen readers: said outright, as a live region inside a button is no part of its name.
 */
export function CopyButton({ text, what = 'the code' }: { text?: string; what?: string }) {
  const [said, setSaid] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  async function copy(button: HTMLElement) {
    clearTimeout(timer.current);
    const copied = await toClipboard(text ?? button.closest('[data-copy]')?.querySelector('code')?.textContent ?? '');
    setSaid(copied ? 'Copied' : 'Press Ctrl+C to copy');
    timer.current = setTimeout(() => setSaid(''), 2000);
  }

  return (
    <button type="button" className={`${styles.copy} needs-script no-print`} aria-label={`Copy ${what}`} onClick={(event) => copy(event.currentTarget)}>
      {/* drawn here rather than with Icon, whose shapes would all travel to the browser with it */}
      <svg width="16" height="16" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" aria-hidden>
        {said === 'Copied' ? <path d="M20 6 9 17l-5-5" /> : <path d="M9 9h12v12H9zM5 15H3V3h12v2" />}
      </svg>
      <span role="status">{said || 'Copy'}</span>
    </button>
  );
}

/** Whether it went there: on plain HTTP there is no clipboard. */
async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
