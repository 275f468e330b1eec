'use client';

import { ActionForm } from '@/components/action-form';
import { TextField } from '@/components/text-field';
import { MIN_PASSWORD_LENGTH } from '@/lib/auth/rules';
import { setPassword } from '../actions';

export function SetPasswordForm({ token }: { token: string }) {
  return (
    <ActionForm name="set-password" action={setPassword} hidden={{ token }} submit="Save and sign in">
      {(field) => <TextField label="New password" type="password" autoComplete="new-password" hint={`At least ${MIN_PASSWORD_LENGTH} characters.`} required {...field('password')} />}
    </ActionForm>
  );
}
