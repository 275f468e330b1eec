'use server';

import { randomUUID } from 'node:crypto';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { ensureActor, getActor } from '@/lib/auth/session';
import { AppError, notFound } from '@/lib/platform/errors';
import { regradeOwnSubmission, submitForm, waitForVerdict } from './service';

/** how long a form waits for its verdict before it shows the page that goes on waiting */
const HOLD_MS = 2000;

const submitForms = z.object({ exerciseId: z.string().min(1).max(200), code: z.string() });

/** Why a form was not taken, with what was typed. */
export type Refused = { message: string; code: string } | null;

/** Hands in code by a plain form and goes to the page of the submission. What cannot be taken comes back with the reason, nothing lost. */
export async function submitExercise(_before: Refused, form: FormData): Promise<Refused> {
  const { exerciseId, code } = submitForms.parse({ exerciseId: form.get('exerciseId'), code: String(form.get('code') ?? '').replaceAll('\r\n', '\n') });
  const learner = await ensureActor();
  let submissionId: string;
  try {
    submissionId = await submitForm({ learnerId: learner.id, exerciseId, code, formKey: randomUUID() });
  } catch (error) {
    if (error instanceof AppError) return { message: error.message, code };
    throw error;
  }
  await waitForVerdict(submissionId, HOLD_MS);
  redirect(`/submissions/${submissionId}`);
}

/** Grades again what ended in a fault of ours, by a plain form. */
export async function regradeSubmission(form: FormData): Promise<void> {
  const submissionId = z.string().max(100).parse(form.get('submissionId'));
  const learner = await getActor();
  if (!learner) throw notFound();
  await regradeOwnSubmission({ submissionId, learnerId: learner.id });
  await waitForVerdict(submissionId, HOLD_MS);
  redirect(`/submissions/${submissionId}`);
}
