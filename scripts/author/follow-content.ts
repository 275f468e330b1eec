import fs from 'node:fs';
import path from 'node:path';
import { editorLink } from '../../lib/authoring/rules';
import type { ContentEvent, ContentState } from '../../lib/authoring/schema';
import { followedDiagnostics } from '../../lib/content/data';

/** Editors save in several steps, some by renaming a second file. */
const SETTLE_MS = 30;
/** Node's own watching misses what is written into a folder at the moment it is made. */
const LOOK_ANYWAY_MS = 2000;

type Listener = (event: ContentEvent) => void;
export type FollowedContent = { current: () => Promise<ContentState>; listen: (listener: Listener) => () => void; stop: () => void };

/**
 * Tells of each save: that there was one, at once, so that pages can be asked for while the content is read here, and what is wrong now.
 * @param root the content folder
 */
export function followContent({ root }: { root: string }): FollowedContent {
  const listeners = new Set<Listener>();
  const tell: Listener = (event) => listeners.forEach((listener) => listener(event));
  const changed = new Set<string>();
  let told = 0;
  let timer: NodeJS.Timeout | undefined;

  /** @returns whether something is new */
  const look = async (): Promise<boolean> => {
    const state = await stateOf(root);
    if (state.version <= told) return false;
    told = state.version;
    tell({ state });
    return true;
  };
  const settle = () => {
    tell({ saved: [...changed] });
    changed.clear();
    setImmediate(() => look().catch(onFault)); // what was told is on its way by then
  };
  const note = (file: string) => {
    if (isNotContent(file)) return;
    changed.add(`content/courses/${file.split(path.sep).join('/')}`);
    clearTimeout(timer);
    timer = setTimeout(settle, SETTLE_MS);
  };
  const watcher = fs.watch(path.join(root, 'courses'), { recursive: true }, (_, file) => note(file ?? ''));
  const looking = setInterval(() => look().then((isNew) => isNew && tell({ saved: [] })).catch(onFault), LOOK_ANYWAY_MS);
  stateOf(root).then(({ version }) => (told = Math.max(told, version))).catch(onFault); // what was there before is no news
  return {
    current: () => stateOf(root),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => {
      clearTimeout(timer);
      clearInterval(looking);
      watcher.close();
    },
  };
}

/** It looks again soon. */
const onFault = (error: unknown) => console.error('The content could not be read:', error);

/** What editors and Python write beside a file. */
const isNotContent = (file: string) => path.basename(file).startsWith('.') || file.includes('__pycache__') || file.endsWith('~');

/** What check:content says now. */
async function stateOf(root: string): Promise<ContentState> {
  const { diagnostics, version } = await followedDiagnostics({ root });
  return { version, problems: diagnostics.map((diagnostic) => ({ ...diagnostic, ...placeOf({ root, ...diagnostic }) })) };
}

/**
 * Where a file of the content is on this machine, and a link that opens it in the author's editor.
 * @param file as authors say it: content/…
 */
export function placeOf({ root, file, line = 1, column = 1 }: { root: string; file: string; line?: number; column?: number }): { path: string; link: string } {
  const place = path.join(root, ...file.split('/').slice(1));
  return { path: place, link: editorLink({ template: process.env.EDITOR_LINK || 'vscode://file{path}:{line}:{column}', path: place, line, column }) };
}
