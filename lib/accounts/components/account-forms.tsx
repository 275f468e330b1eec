'use client';

import { ActionForm } from '@/components/action-form';
import { TextField } from '@/components/text-field';
import { MIN_PASSWORD_LENGTH } from '@/lib/auth/rules';
import { deleteMyAccount, replacePassword, saveProfile } from '../actions';
import { DELETE_PHRASE } from '../rules';

export function ProfileForm({ name }: { name: string }) {
  return (
    <ActionForm name="profile" action={saveProfile} values={{ name }} submit="Save" variant="secondary">
      {(field) => <TextField label="Your name" autoComplete="name" hint="Instructors of your classrooms see it." required {...field('name')} />}
    </ActionForm>
  );
}

export function ChangePasswordForm({ hasPassword, email }: { hasPassword: boolean; email: string }) {
  return (
    <ActionForm name="change-password" action={replacePassword} submit={hasPassword ? 'Change password' : 'Set a password'} variant="secondary">
      {(field) => (
        <>
          {/* tells password managers whose password this is */}
          <input type="hidden" autoComplete="username" value={email} readOnly />
          {hasPassword && <TextField label="Current password" type="password" autoComplete="current-password" required {...field('currentPassword')} />}
          <TextField label="New password" type="password" autoComplete="new-password" hint={`At least ${MIN_PASSWORD_LENGTH} characters.`} required {...field('password')} />
        </>
      )}
    </ActionForm>
  );
}

export function DeleteAccountForm() {
  return (
    <ActionForm name="delete" action={deleteMyAccount} submit="Delete my account and data" variant="danger">
      {(field) => <TextField label={`To confirm, type: ${DELETE_PHRASE}`} autoComplete="off" autoCapitalize="none" required {...field('confirmation')} />}
    </ActionForm>
  );
}
