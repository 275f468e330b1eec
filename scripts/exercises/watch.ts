import fs from 'node:fs';

/** Editors save in several steps. */
const SETTLE_MS = 150;

/** Calls `onChange` at once, and again after files below `folder` changed; never twice at a time. Ends with Ctrl-C. */
export async function watchFolder({ folder, onChange, signal }: { folder: string; onChange: () => Promise<unknown>; signal?: AbortSignal }): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let wake = () => {};
  let changed = true;
  const note = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      changed = true;
      wake();
    }, SETTLE_MS);
  };
  const stopped = new AbortController();
  const stop = () => {
    stopped.abort();
    wake();
  };
  const watcher = fs.watch(folder, { recursive: true }, note);
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  signal?.addEventListener('abort', stop);
  try {
    while (!stopped.signal.aborted) {
      if (changed) {
        changed = false;
        await onChange();
        console.log('Waiting for a change; Ctrl-C ends.');
      }
      if (!changed && !stopped.signal.aborted) await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    clearTimeout(timer);
    watcher.close();
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}
