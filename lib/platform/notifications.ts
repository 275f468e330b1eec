import pg from 'pg';
import { env } from './env';
import { log } from './log';

const RECONNECT_MS = 1000;

type Listener = (payload: string) => void;
type Line = { client: pg.Client | null; listeners: Map<string, Set<Listener>>; opening: Promise<void> | null; closed: boolean };

// One line per process, however many copies of this module a bundler makes.
const shared = globalThis as typeof globalThis & { coursewrightLine?: Line };

function line(): Line {
  shared.coursewrightLine ??= { client: null, listeners: new Map(), opening: null, closed: false };
  return shared.coursewrightLine;
}

/**
 * Hears what any process on this database says on a channel with `pg_notify`. A message said while the connection is
 * down is lost, so whoever waits for something must look at the rows as well.
 * @param channel a plain identifier
 * @returns how to stop listening
 */
export async function listen({ channel, onMessage }: { channel: string; onMessage: Listener }): Promise<() => void> {
  const { listeners } = line();
  const group = listeners.get(channel) ?? new Set();
  group.add(onMessage);
  listeners.set(channel, group);
  await connect(line());
  // Harmless when this connection listens to the channel already. One that breaks now is made again, with every channel.
  await line().client?.query(`LISTEN ${pg.escapeIdentifier(channel)}`).catch(() => {});
  return () => group.delete(onMessage);
}

/** Closes the connection. For scripts and tests; the server keeps it until it stops. */
export async function closeNotifications(): Promise<void> {
  const current = line();
  current.closed = true;
  shared.coursewrightLine = undefined;
  await current.client?.end();
}

async function connect(current: Line): Promise<void> {
  if (current.client || current.closed) return;
  current.opening ??= open(current).finally(() => {
    current.opening = null;
  });
  await current.opening;
}

async function open(current: Line): Promise<void> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL, keepAlive: true });
  client.on('notification', ({ channel, payload }) => {
    for (const onMessage of current.listeners.get(channel) ?? []) onMessage(payload ?? '');
  });
  const lost = (error?: Error) => {
    if (current.client !== client) return;
    current.client = null;
    if (current.closed) return;
    log.warn({ err: error }, 'notification connection lost; reconnecting');
    connectLater(current);
  };
  client.on('error', lost);
  client.on('end', () => lost());
  try {
    await client.connect();
    for (const channel of current.listeners.keys()) await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    current.client = client;
  } catch (error) {
    // Whoever waits falls back to looking at the rows.
    log.warn({ err: error }, 'cannot listen for notifications');
    await client.end().catch(() => {});
    connectLater(current);
  }
}

/** Again and again, until the database is back: those who listen asked only once. */
function connectLater(current: Line): void {
  setTimeout(() => void connect(current).catch(() => {}), RECONNECT_MS).unref();
}
