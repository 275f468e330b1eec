import { findPostmaster, startPostgres } from '../steps/postgres';

const LOOK_MS = 500;

type Kept = { folder: string; url: string; say?: (text: string) => void };

/**
 * Watches the embedded PostgreSQL of `folder` and starts it again, on the same port and data, when it ended by itself:
 * whoever is connected finds it where it was. What it leaves unfinished its own recovery mends.
 * @returns how to stop watching; the server stays as it is
 */
export function keepDatabase({ folder, url, say = console.error }: Kept): { stop: () => Promise<void> } {
  const settings = { port: new URL(url).port };
  let inHand: Promise<void> | null = null;
  let stopped = false;

  async function revive(): Promise<void> {
    const began = Date.now();
    say('PostgreSQL ended. Starting it again.');
    try {
      await startPostgres({ folder, settings });
      say(`PostgreSQL is back after ${Date.now() - began} ms.`);
    } catch (error) {
      // processes of the dead server may still hold its memory; they end by themselves
      say(`${error instanceof Error ? error.message : String(error)}\nTrying again.`);
    }
  }

  const timer = setInterval(() => {
    if (stopped || inHand || findPostmaster(folder) !== null) return;
    inHand = revive().finally(() => (inHand = null));
  }, LOOK_MS);
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await inHand;
    },
  };
}
