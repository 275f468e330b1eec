import fs from 'node:fs';
import path from 'node:path';
import { editorLink } from '../../lib/authoring/rules';
import type { ContentState } from '../../lib/authoring/schema';
import { followedDiagnostics } from '../../lib/content/data';

/** Editors save in several steps, some by renaming a second file. */
const SETTLE_MS = 30;
/** Node's own watching misses what is written into a folder at the moment it is made. */
const LOOK_ANYWAY_MS = 2000;

type Listener = (state: ContentState) => void;
export type FollowedContent = { current: () => Promise<ContentState>; listen: (listener: Listener) => () => void; stop: () => void };

/**
 * What is wrong in the content, told anew after each save.
 * @param root the content folder
 */
export function followContent({ root }: { root: string }): FollowedContent {
  const listeners = new Set<Listener>();
  let told = 0;
  let timer: NodeJS.Timeout | undefined;
  const look = async () => {
    const state = await stateOf(root);
    if (state.version <= told) return;
    told = state.version;
    for (const listener of listeners) listener(state);
  };
  const note = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), SETTLE_MS);
  };
  const watcher = fs.watch(path.join(root, 'courses'), { recursive: true }, note);
  const looking = setInterval(() => void look(), LOOK_ANYWAY_MS);
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
