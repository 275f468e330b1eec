import { log } from './log';

type Closer = { name: string; close: () => Promise<void> };
const shared = globalThis as typeof globalThis & { coursewrightClosers?: Closer[] };

/** Registers what must be closed before this process ends; last registered, first closed. */
export function onShutdown(name: string, close: () => Promise<void>): void {
  shared.coursewrightClosers ??= [];
  shared.coursewrightClosers.push({ name, close });
}

/** Closes everything registered. One that fails does not keep the others open. */
export async function shutDown(): Promise<void> {
  for (const { name, close } of shared.coursewrightClosers?.splice(0).reverse() ?? []) {
    await close().catch((error: unknown) => log.error({ err: error, part: name }, 'did not close'));
  }
}
