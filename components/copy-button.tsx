'use client';

import { useEffect, useRef, useState } from 'react';
import { Icon } from './icon';
import styles from './copy-button.module.css';

/**
 * Copies `text`, or, without one, the first <code> inside the nearest ancestor marked `data-copy` (so the page need not carry the text twice).
 * `what` completes "Copy …" for screen readers.
 */
export function CopyButton({ text, what = 'the code' }: { text?: string; what?: string }) {
  const [said, setSaid] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  async function copy(button: HTMLElement) {
    clearTimeout(timer.current);
    setSaid(await navigator.clipboard.writeText(text ?? button.closest('[data-copy]')?.querySelector('code')?.textContent ?? '').then(() => 'Copied', () => 'Press Ctrl+C to copy'));
    timer.current = setTimeout(() => setSaid(''), 2000);
  }

  return (
    <button type="button" className={`${styles.copy} needs-script no-print`} onClick={(event) => copy(event.currentTarget)}>
      <Icon name={said === 'Copied' ? 'check' : 'copy'} size={16} />
      <span role="status">{said || 'Copy'}</span>
      <span className={styles.what}> {what}</span>
    </button>
  );
}
