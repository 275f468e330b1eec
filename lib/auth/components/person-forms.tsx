'use client';

import { useActionState } from 'react';
import { ActionForm } from '@/components/action-form';
import { Button } from '@/components/button';
import { Callout } from '@/components/callout';
import { CheckboxField } from '@/components/checkbox-field';
import { CopyButton } from '@/components/copy-button';
import { makeSetPasswordLink, saveRoles, signPersonOut } from '../actions';
import type { Role } from '../schema';
import styles from './person-forms.module.css';

const ROLES: { role: Role; label: string; hint: string }[] = [
  { role: 'instructor', label: 'Instructor', hint: 'Makes classrooms, and sees the progress and submissions of the learners in them.' },
  { role: 'author', label: 'Author', hint: 'Works on the courses, and sees how their lessons do: figures, reports, and programs without names.' },
  { role: 'admin', label: 'Admin', hint: 'Grants roles and makes set-password links.' },
];

export function RolesForm({ userId, roles }: { userId: string; roles: Role[] }) {
  return (
    <ActionForm name="roles" action={saveRoles} hidden={{ userId }} submit="Save roles">
      {() => (
        <fieldset className={styles.choices}>
          <legend className={styles.legend}>Besides learning</legend>
          {ROLES.map(({ role, label, hint }) => (
            <CheckboxField key={role} id={`role-${role}`} name="roles" value={role} label={label} hint={hint} defaultChecked={roles.includes(role)} />
          ))}
        </fieldset>
      )}
    </ActionForm>
  );
}

export function LinkForm({ userId }: { userId: string }) {
  const [state, send] = useActionState(makeSetPasswordLink, { values: {}, errors: {}, message: null, done: null });
  return (
    <form action={send} className={styles.link}>
      <input type="hidden" name="userId" value={userId} />
      {state.message && <Callout tone="bad" title={state.message} role="alert" />}
      {state.done && (
        <Callout tone="good" title="Give this link to the person, and to nobody else" role="status">
          <p className={styles.address}>
            <code>{state.done}</code>
          </p>
          <CopyButton text={state.done} what="the link" />
          <p>It works once, within 24 hours, and is shown only now.</p>
        </Callout>
      )}
      <Button>{state.done ? 'Make another link' : 'Make a set-password link'}</Button>
    </form>
  );
}

export function SignPersonOutForm({ userId }: { userId: string }) {
  return <ActionForm name="sign-out" action={signPersonOut} hidden={{ userId }} submit="Sign out everywhere" variant="secondary" />;
}
