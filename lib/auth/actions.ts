'use server';

import { revalidatePath } from 'next/cache';
import { notFound } from '@/lib/platform/errors';
import { type FormState, handleForm, succeed } from '@/lib/platform/forms';
import { log } from '@/lib/platform/log';
import { findPerson } from './data';
import { deleteSessions, replaceRoles } from './mutations';
import { canManagePeople } from './policy';
import { personForm, rolesForm } from './schema';
import { createSetPasswordLink } from './service';
import { requireUserWho } from './session';

export async function saveRoles(_before: FormState, data: FormData): Promise<FormState> {
  return handleForm({ schema: rolesForm, data }, async ({ userId, roles }) => {
    const admin = await requireUserWho(canManagePeople);
    await requirePerson(userId);
    const { granted, revoked } = await replaceRoles({ userId, roles });
    for (const role of granted) log.info({ event: 'role-granted', by: admin.id, userId, role }, 'role granted');
    for (const role of revoked) log.info({ event: 'role-revoked', by: admin.id, userId, role }, 'role revoked');
    revalidatePath(`/admin/people/${userId}`);
    return succeed(granted.length + revoked.length === 0 ? 'Nothing to change.' : 'Roles saved.');
  });
}

/** `done` holds the link: it is shown once and stored nowhere. */
export async function makeSetPasswordLink(_before: FormState, data: FormData): Promise<FormState> {
  return handleForm({ schema: personForm, data }, async ({ userId }) => {
    const admin = await requireUserWho(canManagePeople);
    await requirePerson(userId);
    const link = await createSetPasswordLink(userId);
    log.info({ event: 'set-password-link-made', by: admin.id, userId }, 'set-password link made');
    return succeed(link);
  });
}

export async function signPersonOut(_before: FormState, data: FormData): Promise<FormState> {
  return handleForm({ schema: personForm, data }, async ({ userId }) => {
    const admin = await requireUserWho(canManagePeople);
    await requirePerson(userId);
    const sessions = await deleteSessions({ userId });
    log.info({ event: 'person-signed-out', by: admin.id, userId, sessions }, 'person signed out');
    return succeed(sessions === 1 ? 'Signed out on one device.' : `Signed out on ${sessions} devices.`);
  });
}

async function requirePerson(userId: string): Promise<void> {
  if (!(await findPerson(userId))) throw notFound('This person has no account any more.');
}
