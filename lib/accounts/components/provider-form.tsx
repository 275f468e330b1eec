'use client';

import { ActionForm } from '@/components/action-form';
import { continueWith } from '../actions';

const NAMES = { github: 'GitHub', google: 'Google' } as const;

export function ProviderForm({ provider, next }: { provider: keyof typeof NAMES; next: string }) {
  return <ActionForm name={provider} action={continueWith} hidden={{ provider, next }} submit={`Continue with ${NAMES[provider]}`} variant="secondary" />;
}
