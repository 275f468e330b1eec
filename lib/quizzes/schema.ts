import { z } from 'zod';
import { storable } from '@/lib/platform/schema';

/** Body of POST /api/quiz-attempts. `answers` maps question id to option id; a retry answers only the questions that were wrong. */
export const attemptRequest = z.strictObject({
  quizId: storable.min(1).max(200),
  answers: z.record(storable.max(100), storable.max(100)),
  retryOf: z.uuid().nullable().default(null),
  idempotencyKey: storable.min(8).max(200),
});
export type AttemptRequest = z.infer<typeof attemptRequest>;

export const markedQuestion = z.object({
  id: z.string(),
  chosen: z.string(),
  correct: z.boolean(),
  answer: z.string(),
  explanation: z.string().describe("HTML made from the author's Markdown"),
  reasons: z.record(z.string(), z.string()).describe('option id → HTML'),
});
export type MarkedQuestion = z.infer<typeof markedQuestion>;

/** What leaves the server about an attempt that was handed in. Only then do answers and explanations leave it. */
export const attemptView = z.object({
  id: z.string(),
  quizId: z.string(),
  createdAt: z.iso.datetime(),
  score: z.number().int(),
  total: z.number().int(),
  questions: z.array(markedQuestion),
});
export type AttemptView = z.infer<typeof attemptView>;

/** HTML of a quiz's texts by question id, options by option id: made on the server from the author's Markdown. */
export type QuizHtml = Record<string, { prompt: string; options: Record<string, string> }>;
