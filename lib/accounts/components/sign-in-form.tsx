'use client';

import { ActionForm } from '@/components/action-form';
import { TextField } from '@/components/text-field';
import { signIn } from '../actions';

export function SignInForm({ next }: { next: string }) {
  return (
    <ActionForm name="sign-in" action={signIn} hidden={{ next }} submit="Sign in">
      {(field) => (
        <>
          <TextField label="E-mail address" type="email" autoComplete="username" required {...field('email')} />
          <TextField label="Password" type="password" autoComplete="current-password" required {...field('password')} />
        </>
      )}
    </ActionForm>
  );
}
