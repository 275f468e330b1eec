'use client';

import { ActionForm } from '@/components/action-form';
import { TextField } from '@/components/text-field';
import { MIN_PASSWORD_LENGTH } from '@/lib/auth/rules';
import { signUp } from '../actions';

/** With `byMail` the password is chosen behind a mailed link, so that the address is proven first. */
export function SignUpForm({ next, byMail }: { next: string; byMail: boolean }) {
  return (
    <ActionForm name="sign-up" action={signUp} hidden={{ next }} submit={byMail ? 'Send me the link' : 'Make my account'}>
      {(field) => (
        <>
          <TextField label="Your name" autoComplete="name" hint="As your instructor should see it." required {...field('name')} />
          <TextField label="E-mail address" type="email" autoComplete="username" required {...field('email')} />
          {!byMail && (
            <TextField label="Password" type="password" autoComplete="new-password" hint={`At least ${MIN_PASSWORD_LENGTH} characters. A few words in a row are easy to keep in mind.`} required {...field('password')} />
          )}
        </>
      )}
    </ActionForm>
  );
}
