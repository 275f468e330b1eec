'use client';

import { ActionForm } from '@/components/action-form';
import { TextField } from '@/components/text-field';
import { deleteGuestWork, moveGuestWork } from '../actions';
import { DELETE_GUEST_PHRASE } from '../rules';

export function DeleteGuestForm() {
  return (
    <ActionForm name="delete-guest" action={deleteGuestWork} submit="Delete the guest’s work" variant="danger">
      {(field) => <TextField label={`To confirm, type: ${DELETE_GUEST_PHRASE}`} autoComplete="off" autoCapitalize="none" required {...field('confirmation')} />}
    </ActionForm>
  );
}

export function MoveGuestForm() {
  return <ActionForm name="move-guest" action={moveGuestWork} submit="Move it to this account" variant="secondary" />;
}
