import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { resolveAddress } from '../visits/address';
import type { FormFile, FormSubmission } from '../visits/form-request';
import type { Kept } from './kept';
import { findRoot, linkAround, listen, valueOf } from './named-parts';
import styles from './page-frame.module.css';

type Props = {
  html: string;
  title: string;
  /** path and query of the page, and the place in it to show */
  url: string;
  hash: string;
  visible: boolean;
  /** whether the reader came here by the page before, and so goes on in this one */
  takesFocus: boolean;
  kept: Kept;
  onFollow: (href: string) => void;
  onSubmit: (form: FormSubmission) => void;
};

/** px */
const LOWEST = 112;
const HIGHEST = 420;

/**
 * A page of the learner's app; each page has a frame of its own (`key`), or the reader's own Back button would lead through them.
 * Nothing in the frame runs: it has no `allow-scripts`. It is of this site's origin only so that the listeners below, which are
 * ours, can tell what is clicked and sent. docs/decisions/0062-mini-browser.md
 */
export function PageFrame({ html, title, url, hash, visible, takesFocus, kept, onFollow, onSubmit }: Props) {
  const paper = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(() => Math.max(kept.looks().pageHeight, LOWEST));

  useEffect(() => {
    const page = frame.current?.contentDocument;
    if (visible && page) setHeight(heightOf(page)); // it has no height while it is hidden
  }, [visible]);
  useEffect(() => {
    if (!paper.current) return;
    let width = 0;
    const observer = new ResizeObserver(([box]) => {
      const before = width;
      width = box?.contentRect.width ?? 0;
      const page = frame.current?.contentDocument;
      if (before > 0 && width > 0 && before !== width && page) setHeight(heightOf(page)); // its lines break elsewhere now
    });
    observer.observe(paper.current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => kept.look({ pageHeight: height }), [kept, height]);

  function onClick(event: MouseEvent) {
    const link = linkAround(event.target);
    if (!link) return;
    event.preventDefault();
    const href = link.getAttribute('href') ?? link.getAttributeNS('http://www.w3.org/1999/xlink', 'href');
    if (href === null) return;
    const to = resolveAddress(href, url);
    if (to.kind === 'inside' && to.url === url && to.hash) return showPlace(frame.current, to.hash);
    onFollow(href);
  }

  function onLoad({ currentTarget }: SyntheticEvent<HTMLIFrameElement>) {
    const page = currentTarget.contentDocument;
    if (!page) return;
    listen(page, 'click', onClick);
    listen(page, 'auxclick', (event) => linkAround(event.target) && event.preventDefault());
    listen(page, 'submit', (event) => {
      event.preventDefault();
      void read(event).then((form) => form && onSubmit(form));
    });
    setHeight(heightOf(page));
    if (hash) showPlace(currentTarget, hash);
    if (takesFocus) currentTarget.focus({ preventScroll: true });
  }

  return (
    <div ref={paper} className={styles.paper} style={{ blockSize: height }}>
      <iframe ref={frame} className={styles.frame} sandbox="allow-same-origin allow-forms" srcDoc={html} title={`Page: ${title || url}`} onLoad={onLoad} />
    </div>
  );
}

/** What the page itself takes; its scrollHeight is never less than the frame it stands in. */
const heightOf = (page: Document): number => Math.min(Math.max(Math.ceil(findRoot(page)?.getBoundingClientRect().height ?? 0) + 2, LOWEST), HIGHEST);

function showPlace(frame: HTMLIFrameElement | null, hash: string): void {
  const page = frame?.contentDocument;
  const name = CSS.escape(new URLSearchParams(`n=${hash.slice(1).replace(/[+&]/g, encodeURIComponent)}`).get('n') ?? '');
  if (page) findRoot(page)?.querySelector(`[id="${name}"], a[name="${name}"]`)?.scrollIntoView();
}

/** What the form sends; null when it only closes a dialog. */
async function read(event: SubmitEvent): Promise<FormSubmission | null> {
  const form = event.target as HTMLFormElement;
  const asked = (name: string) => (event.submitter && valueOf(event.submitter, `form${name}`)) ?? valueOf(form, name) ?? '';
  if (asked('method').toLowerCase() === 'dialog') return null;
  const entries: FormSubmission['entries'] = [];
  for (const [name, value] of new FormData(form, event.submitter)) entries.push([name, typeof value === 'string' ? value : await fileOf(value)]);
  return { method: asked('method'), action: asked('action'), enctype: asked('enctype'), entries };
}

const fileOf = async (file: File): Promise<FormFile> => ({ name: file.name, type: file.type, bytes: new Uint8Array(await file.arrayBuffer()) });
