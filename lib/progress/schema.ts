import { z } from 'zod';

/** The best outcome so far of one learner in one activity (an exercise, a challenge or a quiz). */
export const activityProgress = z.object({
  activityId: z.string(),
  kind: z.enum(['exercise', 'challenge', 'quiz']),
  lessonId: z.string(),
  attempts: z.number().int().describe('graded tries; grader faults not counted'),
  bestScore: z.number().min(0).max(1),
  passed: z.boolean(),
});
export type ActivityProgress = z.infer<typeof activityProgress>;

/** GET /api/progress?course=<id>: the one small personal request a static page makes. */
export const courseProgress = z.object({
  signedIn: z.boolean(),
  name: z.string().nullable(),
  activities: z.array(activityProgress),
  visitedLessonIds: z.array(z.string()),
  /** where to go on: the address of a lesson */
  continueAt: z.string().nullable(),
});
export type CourseProgress = z.infer<typeof courseProgress>;

/** Body of POST /api/visits. */
export const visitRequest = z.strictObject({ courseId: z.string().min(1).max(200), lessonId: z.string().min(1).max(200) });
