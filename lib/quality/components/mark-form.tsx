'use client';

import { ActionForm } from '@/components/action-form';
import { VisuallyHidden } from '@/components/visually-hidden';
import { markReport } from '../actions';

/** @param about says which report it is to who listens */
export function MarkForm({ reportId, done, about }: { reportId: string; done: boolean; about: string }) {
  const verb = (
    <>
      {done ? 'Open again' : 'Mark as done'}
      <VisuallyHidden>: {about}</VisuallyHidden>
    </>
  );
  return <ActionForm name={`mark-${reportId}`} action={markReport} hidden={{ reportId, done: done ? 'no' : 'yes' }} submit={verb} variant="secondary" size="s" />;
}
