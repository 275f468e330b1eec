import 'server-only';
import { createHash } from 'node:crypto';
import type { AuthorAccess } from '@/lib/auth/schema';
import { db } from '@/lib/platform/db';
import type { NewReport } from './schema';

/** Keeps what a learner says of a place. Saying the same again changes nothing, unless it was done: then it is open again. */
export async function storeReport(report: NewReport): Promise<void> {
  const { learnerId, lessonId, anchor, kind, text, contentHash, quote } = report;
  const sameAs = createHash('sha256').update(JSON.stringify([lessonId, anchor, kind, text])).digest('hex');
  await db().lessonReport.createMany({ data: { ...report, sameAs }, skipDuplicates: true });
  await db().lessonReport.updateMany({ where: { learnerId, sameAs, doneAt: { not: null } }, data: { doneAt: null, createdAt: new Date(), contentHash, quote } });
}

/** Marks a report as done, or open again. @returns the lesson it is about, or null when there is no such report any more */
export async function setDone(_access: AuthorAccess, { reportId, done }: { reportId: string; done: boolean }): Promise<{ lessonId: string } | null> {
  const where = { id: reportId };
  // asked again or by two authors at once: the first time counts
  await db().lessonReport.updateMany({ where: { ...where, doneAt: done ? null : { not: null } }, data: { doneAt: done ? new Date() : null } });
  return db().lessonReport.findUnique({ where, select: { lessonId: true } });
}
