import { makeFirstAdmin } from '../../lib/auth/mutations';
import { createSetPasswordLink } from '../../lib/auth/service';
import type { Env } from '../../lib/platform/env';
import { closeDb, db } from '../../lib/platform/db';
import { step } from '../steps/step';

/**
 * Sees to the first admin (and, if asked, the demo classroom) and returns what to tell the operator.
 */
export async function welcome(options: { demo: boolean; settings: Env }): Promise<string> {
  // the database is stopped after the site: a connection kept here would be broken then
  return prepareAndTell(options).finally(closeDb);
}

async function prepareAndTell({ demo, settings }: { demo: boolean; settings: Env }): Promise<string> {
  const lines = [`Coursewright is at ${settings.SITE_URL}`];
  const link = await adminLink(settings);
  if (link) lines.push(`Set the password of the admin account ${settings.ADMIN_EMAIL} (this link works once, for a day):\n  ${link}`);
  if (demo) {
    const { seedDemo } = await import('../../prisma/seed');
    await step('Making the demo classroom', async (progress) => lines.push(await seedDemo({ progress, siteUrl: settings.SITE_URL })));
  }
  lines.push('Stop with Ctrl-C.');
  return lines.join('\n');
}

/** A link for an admin who cannot sign in yet; null once one can. */
async function adminLink({ ADMIN_EMAIL, SITE_URL }: Env): Promise<string | null> {
  const ready = await db().user.count({ where: { roles: { has: 'admin' }, OR: [{ passwordHash: { not: null } }, { accounts: { some: {} } }] } });
  if (ready) return null;
  const admin = await makeFirstAdmin(ADMIN_EMAIL);
  return new URL(await createSetPasswordLink(admin.id), SITE_URL).href;
}
