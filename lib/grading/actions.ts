'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { ensureActor, getActor } from '@/lib/auth/session';
import { AppError, badRequest, notFound } from '@/lib/platform/errors';
import { submissionRequest } from './schema';
import { holdForVerdict, regradeOwnSubmission, requireAcceptable, submitForm } from './service';

/** how long a form waits for its verdict before it shows the page that goes on waiting */
const HOLD_MS = 2000;

const submitForms = submissionRequest.pick({ exerciseId: true });

/** Why a form was not taken, with what was typed. */
export type Refused = { message: string; code: string } | null;

/** Hands in code by a plain form and goes to the page of the submission. What cannot be taken comes back with the reason, nothing lost. */
export async function submitExercise(_before: Refused, form: FormData): Promise<Refused> {
  const code = String(form.get('code') ?? '').replaceAll('\r\n', '\n');
  let submissionId: string;
  try {
    const { data } = submitForms.safeParse({ exerciseId: form.get('exerciseId') });
    if (!data) throw badRequest('This form names no exercise. Open the lesson again.');
    await requireAcceptable({ ...data, code });
    const learner = await ensureActor({ limit: 'submissionFromAddress' });
    submissionId = await submitForm({ ...data, learnerId: learner.id, code });
  } catch (error) {
    if (error instanceof AppError) return { message: error.message, code };
    throw error;
  }
  await holdForVerdict(submissionId, HOLD_MS);
  redirect(`/submissions/${submissionId}`);
}

/** Grades again what ended in a fault of ours, by a plain form. */
export async function regradeSubmission(form: FormData): Promise<void> {
  const submissionId = z.string().max(100).parse(form.get('submissionId'));
  const learner = await getActor();
  if (!learner) throw notFound();
  await regradeOwnSubmission({ submissionId, learnerId: learner.id });
  await holdForVerdict(submissionId, HOLD_MS);
  redirect(`/submissions/${submissionId}`);
}
