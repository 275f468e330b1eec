'use client';

import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { OutputPart } from './output-parts';
import styles from './output-log.module.css';

/** px: who is this near the end follows what is added */
const NEAR_END = 24;

/** What a program writes, in order, each stream with its own mark. It scrolls when it is long, and follows its end while it grows. `children` stand at the end of its last line. */
export function OutputLog({ parts, label, children }: { parts: OutputPart[]; label: string; children?: ReactNode }) {
  const box = useRef<HTMLPreElement>(null);
  const follows = useRef(true);
  const [scrolls, setScrolls] = useState(false);

  useLayoutEffect(() => {
    if (box.current && follows.current) box.current.scrollTop = box.current.scrollHeight;
  }, [parts, children]);

  useEffect(() => {
    const { current } = box;
    if (!current) return;
    const measure = () => setScrolls(current.scrollHeight > current.clientHeight + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    measure();
    return () => observer.disconnect();
  }, [parts]);

  function onScroll() {
    const { current } = box;
    if (current) follows.current = current.scrollHeight - current.scrollTop - current.clientHeight < NEAR_END;
  }

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- when it scrolls, the keyboard must reach it
    <pre ref={box} className={styles.log} role="group" aria-label={label} tabIndex={scrolls ? 0 : undefined} onScroll={onScroll}>
      {parts.map((part, index) => (
        <Part key={index} part={part} />
      ))}
      {children}
    </pre>
  );
}

function Part({ part: { stream, text } }: { part: OutputPart }) {
  if (stream === 'stdin') return <kbd className={styles.typed}>{text}</kbd>;
  if (stream === 'stdout') return <samp>{text}</samp>;
  return (
    <span className={styles.error}>
      <span className={styles.tag}>error stream</span>
      <samp>{text}</samp>
    </span>
  );
}
