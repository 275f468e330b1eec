'use client';

import { ActionForm } from '@/components/action-form';
import { TextField } from '@/components/text-field';
import { forgotPassword, mailSignInLink } from '../actions';

/** Asks for an address to mail a link to: one that signs in, or one to choose a new password. */
export function AddressForm({ purpose, next = '/' }: { purpose: 'sign-in' | 'new-password'; next?: string }) {
  const forSignIn = purpose === 'sign-in';
  return (
    <ActionForm
      name={`mail-${purpose}`}
      action={forSignIn ? mailSignInLink : forgotPassword}
      hidden={{ next }}
      submit={forSignIn ? 'Mail me a sign-in link' : 'Mail me a link'}
      variant={forSignIn ? 'secondary' : 'primary'}
    >
      {(field) => <TextField label="E-mail address" type="email" autoComplete="username" required {...field('email')} />}
    </ActionForm>
  );
}
