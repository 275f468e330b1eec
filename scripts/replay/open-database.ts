import path from 'node:path';
import { closeDb, db } from '../../lib/platform/db';
import { hasPostgres, startPostgres } from '../steps/postgres';
import { CannotReplay } from './options';

/**
 * Opens the site's own database, whether the site runs or not: the one of DATABASE_URL, else the embedded one.
 * @returns how to leave it as it was found
 * @throws CannotReplay when there is none, or it is not up to date
 */
export async function openDatabase(dataDir: string): Promise<() => Promise<void>> {
  const stop = process.env.DATABASE_URL ? async () => {} : await startEmbedded(dataDir);
  const close = () => closeDb().then(stop);
  try {
    await db().regrading.count({ take: 1 });
  } catch (error) {
    await close();
    const reason = error instanceof Error ? error.message.trim().split('\n').at(-1) : String(error);
    throw new CannotReplay(`The site's database cannot be used: ${reason}\nIt must run and be up to date; npm start sees to both, and DATABASE_URL names another one.`);
  }
  return close;
}

async function startEmbedded(dataDir: string): Promise<() => Promise<void>> {
  const folder = path.join(dataDir, 'postgres');
  if (!hasPostgres(folder)) throw new CannotReplay(`There is no database in ${folder} yet. Start the site once (npm start), or set DATABASE_URL or DATA_DIR to those of the site.`);
  const { url, found, stop } = await startPostgres({ folder });
  process.env.DATABASE_URL = url;
  // One that runs already belongs to the site.
  return found ? async () => {} : stop;
}
