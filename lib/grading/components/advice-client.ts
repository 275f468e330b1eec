import type { VisibleChecks } from '@/lib/content/schema';
import type { AdviceReport } from '../schema';
import { ask, post, Refusal } from './submission-client';

/** The checks of an exercise that may run here; null when its author made none visible. @throws Refusal */
export async function getVisibleChecks(exerciseId: string): Promise<VisibleChecks | null> {
  return ask<VisibleChecks>(`/api/exercises/${encodeURIComponent(exerciseId)}/visible-checks`).catch((error: unknown) => {
    if (error instanceof Refusal && error.kind === 'refused') return null;
    throw error;
  });
}

/** Tells what the visible checks said here of a submission that is graded. @throws Refusal */
export async function postAdvice({ submissionId, report }: { submissionId: string; report: AdviceReport }): Promise<void> {
  await ask(`/api/submissions/${encodeURIComponent(submissionId)}/advice`, post(report));
}
