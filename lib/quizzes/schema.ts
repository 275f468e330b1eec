import { z } from 'zod';

/** Body of POST /api/quiz-attempts. `answers` maps question id to option id; a retry answers only the questions that were wrong. */
export const attemptRequest = z.strictObject({
  quizId: z.string().min(1).max(200),
  answers: z.record(z.string().max(100), z.string().max(100)),
  retryOf: z.uuid().nullable().default(null),
  idempotencyKey: z.string().min(8).max(200),
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
