'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { grantAuthor } from '@/lib/auth/policy';
import { ensureActor, requireUser } from '@/lib/auth/session';
import { reportPath } from '@/lib/content/rules';
import { notFound } from '@/lib/platform/errors';
import { type FormState, handleForm, refuse } from '@/lib/platform/forms';
import { log } from '@/lib/platform/log';
import { countAgainst } from '@/lib/platform/rate-limit';
import { setDone, storeReport } from './mutations';
import { doneForm, reportForm } from './schema';
import { findReportTarget, qualityPathOf } from './service';

/** Takes what a learner says is wrong. Who sends it may be a guest, and is made one last: what is refused makes nobody. */
export async function sendReport(_before: FormState, data: FormData): Promise<FormState> {
  return handleForm({ schema: reportForm, data }, async ({ course, lesson, at, kind, text }) => {
    const target = await findReportTarget({ courseSlug: course, lessonSlug: lesson, at });
    if (!target) return refuse(data, 'There is no such lesson any more. Nothing was sent.');
    const learner = await ensureActor({ limit: 'reportFromAddress' });
    await countAgainst('report', learner.id);
    await storeReport({ learnerId: learner.id, ...target.ids, anchor: target.at, kind, text, quote: target.place?.text ?? '' });
    log.info({ event: 'report-sent', lessonId: target.ids.lessonId, anchor: target.at, kind }, 'report sent');
    redirect(`${reportPath({ courseSlug: course, lessonSlug: lesson, at: target.at })}&done=sent`);
  });
}

/** Marks a report as seen to, or as open again. */
export async function markReport(_before: FormState, data: FormData): Promise<FormState> {
  return handleForm({ schema: doneForm, data }, async ({ reportId, done }) => {
    const access = grantAuthor(await requireUser());
    if (!access) throw notFound();
    const marked = await setDone(access, { reportId, done });
    if (!marked) return refuse(data, 'This report is gone: whoever sent it has deleted it.');
    log.info({ event: done ? 'report-done' : 'report-reopened', by: access.authorId, lessonId: marked.lessonId, reportId }, 'report marked');
    revalidatePath('/quality', 'layout');
    redirect(`${await qualityPathOf(marked.lessonId)}?marked=${done ? 'done' : 'open'}#reports`);
  });
}
