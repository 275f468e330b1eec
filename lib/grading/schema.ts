import { z } from 'zod';
import { storable } from '@/lib/platform/schema';

/** The most code one submission may hold. Lessons need 2 KB; the rest is for the curious. */
export const MAX_CODE_BYTES = 64 * 1024;
/** JSON may write one byte of code as six (\u0000), so a body is allowed more; the code itself is measured once it is parsed. */
export const MAX_CODE_BODY = { maxBytes: 6 * MAX_CODE_BYTES + 20 * 1024, refusal: `Your code is larger than the limit of ${MAX_CODE_BYTES / 1024} KB.` };

/** name of the queue's task that grades one submission */
export const GRADE_TASK = 'grade-submission';
/** the same for submissions that would hold up others: they have graders of their own (docs/decisions/0053-fair-queue.md) */
export const SLOW_GRADE_TASK = 'grade-slow-submission';
/** where the id of a submission is said when its verdict is stored */
export const GRADED_CHANNEL = 'coursewright_graded';

export const verdict = z.enum(['passed', 'failed', 'did-not-run', 'over-limit', 'grader-fault']);
export type Verdict = z.infer<typeof verdict>;

/** A Python error, cut down to what the learner wrote. */
export const learnerError = z.object({
  type: z.string().describe('such as AttributeError'),
  message: z.string().describe('the error text as Python says it'),
  line: z.number().int().nullable().describe("line in the learner's program"),
  frames: z.array(z.object({ line: z.number().int(), function: z.string(), text: z.string() })).describe("the learner's lines only, outermost first"),
  plain: z.string().describe('what happened, in plain words'),
  tryThis: z.string().default('').describe('one thing to try; empty when nothing better can be said, and in results stored before there was such a part'),
});
export type LearnerError = z.infer<typeof learnerError>;

export const checkResult = z.object({
  name: z.string(),
  status: z.enum(['passed', 'failed', 'not-run']).describe('not-run: an earlier fault left nothing to check'),
  message: z.string().describe('what was asked and what came, in words; empty when it passed'),
  expected: z.string().nullable(),
  actual: z.string().nullable(),
  output: z.string().describe('what the program printed while this check ran'),
  error: learnerError.nullable(),
});
export type CheckResult = z.infer<typeof checkResult>;

export const limitHit = z.enum(['time', 'memory', 'output', 'processes']);

/** What a program used until its verdict, measured from outside it. */
export const usage = z.object({
  cpuMs: z.number(),
  wallMs: z.number(),
  peakMemoryKb: z.number(),
  outputBytes: z.number().int().describe('what it printed, both streams'),
});
export type Usage = z.infer<typeof usage>;

/** The most a program might use. cpuSeconds: of computing; seconds: waiting included. */
export const limitsApplied = z.object({ seconds: z.number(), cpuSeconds: z.number(), memoryMb: z.number(), outputKb: z.number() });
export type LimitsApplied = z.infer<typeof limitsApplied>;

/** What one submission may use; what is not given is the sandbox's own limit. */
export type JobLimits = { seconds?: number; memoryMb?: number; outputKb?: number };

/** What the sandbox says of one submission, before anybody judges it. */
export const sandboxResult = z.object({
  outcome: z.enum(['ran', 'did-not-run', 'over-limit', 'grader-fault']),
  checks: z.array(checkResult),
  stdout: z.string(),
  stderr: z.string(),
  outputTruncated: z.boolean(),
  error: learnerError.nullable().describe('why the program did not run'),
  limit: limitHit.nullable(),
  /** for authors and logs; never shown to learners */
  fault: z.string().nullable(),
  byAuthor: z.boolean().optional().describe('the fault is in checks.py, so running it again would not help'),
  seed: z.number().int(),
  imageHash: z.string(),
  engine: z.string().describe('what ran the containers, such as docker; empty when nothing ran'),
  usage: usage.nullable().describe('null when nothing ran'),
  phases: z.record(z.string(), z.number()).describe('milliseconds per phase: claim, fork, load, checks'),
});
export type SandboxResult = z.infer<typeof sandboxResult>;

/** Results from before checks had points are still there. */
const points = z.number().int().min(0).default(1).describe('what the check counts in the score; 0: it must pass, and counts nothing');

/** One check as the learner sees it: the sandbox's words plus the author's hint and known mistake. Stored as Submission.result. */
export const gradingResult = z.object({
  verdict,
  summary: z.string().describe('the result in one sentence'),
  checks: z.array(checkResult.extend({ points, hint: z.string().nullable().describe('markdown') })),
  hint: z.string().nullable().describe('markdown; the hint of a recognised mistake that kept the program from running'),
  stdout: z.string(),
  stderr: z.string(),
  outputTruncated: z.boolean(),
  error: learnerError.nullable(),
  limit: limitHit.nullable(),
  mistake: z.object({ id: z.string(), href: z.string() }).nullable().describe('paragraph of the lesson on the known mistake that was recognised'),
  seed: z.number().int(),
  imageHash: z.string(),
  engine: z.string().default(''),
  usage: usage.nullable().default(null),
  limits: limitsApplied.optional().describe('left out when nothing ran, and in older results'),
  phases: z.record(z.string(), z.number()).describe('milliseconds per phase: queue, claim, fork, load, checks, store. store is what the same grader took to store the verdict before this one: a row cannot hold how long it took to be written'),
});
export type GradingResult = z.infer<typeof gradingResult>;

/** Body of POST /api/submissions. */
export const submissionRequest = z.strictObject({
  exerciseId: storable.min(1).max(200),
  code: z.string(),
  idempotencyKey: storable.min(8).max(200),
});
export type SubmissionRequest = z.infer<typeof submissionRequest>;

/** A result as people see it: without what identifies the run, and with the hint of each failed check as HTML. */
export const resultView = gradingResult.omit({ seed: true, imageHash: true, engine: true, phases: true, checks: true, hint: true }).extend({
  hintHtml: z.string().nullable(),
  checks: z.array(checkResult.extend({ points, hintHtml: z.string().nullable().describe("HTML made from the author's markdown") })),
});
export type ResultView = z.infer<typeof resultView>;

/** What leaves the server about a submission. */
export const submissionView = z.object({
  id: z.string(),
  exerciseId: z.string(),
  createdAt: z.iso.datetime(),
  state: z.enum(['queued', 'grading', 'graded', 'paused']).describe('paused: stored while no sandbox works; it will be graded'),
  queuePosition: z.number().int().nullable().describe('1: next in its lane; null when it does not wait'),
  queueSeconds: z.number().int().nullable().describe('about how long until a grader begins it; null when it does not wait or nobody can tell'),
  pollAfterMs: z.number().int().describe('when to ask again; 0 once graded'),
  movedAside: z.enum(['ran-long', 'earlier-ones-did']).nullable().describe('why it waits in the slow lane, if it does: it ran too long to hold up others, or those its learner handed in before did'),
  result: resultView.nullable(),
  solutionOpen: z.boolean().describe('the model solution may be shown now'),
});
export type SubmissionView = z.infer<typeof submissionView>;

/** Answer of POST /api/submissions and GET /api/submissions/[id]. With status 503 it comes with an `error`: stored, not yet graded. */
export const submissionAnswer = z.object({ submission: submissionView });

const adviceStatus = checkResult.shape.status;
/** Body of POST /api/submissions/[id]/advice: what the visible checks said of the same code in the learner's browser. */
export const adviceReport = z.strictObject({
  contentHash: storable.max(100).describe('the exercise that the visible checks were taken from'),
  seed: z.number().int().min(0).max(2 ** 31 - 1),
  outcome: z.enum(['ran', 'did-not-run', 'over-limit', 'checks-failed-to-run']),
  error: storable.max(500).describe('the error that kept the program from running; empty when it ran'),
  checks: z.array(z.strictObject({ name: storable.max(300), status: adviceStatus, message: storable.max(500) })).max(20),
  versions: z.record(storable.max(40), storable.max(60)).refine((versions) => Object.keys(versions).length <= 20, 'holds too many versions'),
});
export type AdviceReport = z.infer<typeof adviceReport>;
export const MAX_ADVICE_BYTES = 64 * 1024;

const said = z.object({ status: adviceStatus, message: z.string() });
/** A check of which browser and grader say otherwise. */
export const adviceDifference = z.object({ check: z.string(), browser: said, grader: said });
export type AdviceDifference = z.infer<typeof adviceDifference>;

/** One of a learner's own earlier submissions. */
export const earlierSubmission = z.object({
  id: z.string(),
  createdAt: z.iso.datetime(),
  verdict: verdict.nullable().describe('null until graded'),
  summary: z.string(),
  code: z.string(),
});
export type EarlierSubmission = z.infer<typeof earlierSubmission>;

/** Answer of GET /api/submissions?exercise=<id>, newest first. */
export const earlierSubmissions = z.object({ submissions: z.array(earlierSubmission) });

/** Answer of GET /api/solutions/[exerciseId]. */
export const solutionView = z.object({ code: z.string(), html: z.string().describe('the code, highlighted') });
export type SolutionView = z.infer<typeof solutionView>;

/** Body of POST /api/runs. */
export const runRequest = z.strictObject({ code: z.string(), stdin: z.string().max(16 * 1024).optional() });
/** Result of Run: the program's own output, nothing graded. */
export const runResult = z.object({
  outcome: z.enum(['ran', 'did-not-run', 'over-limit', 'grader-fault']),
  stdout: z.string(),
  stderr: z.string(),
  outputTruncated: z.boolean(),
  error: learnerError.nullable(),
  limit: limitHit.nullable(),
  ms: z.number(),
  peakMemoryKb: z.number().optional().describe('left out when nothing ran'),
});
export type RunResult = z.infer<typeof runResult>;

/** Where an exercise stands in its course. */
export type ExercisePlace = { exerciseId: string; title: string; lessonTitle: string; lessonHref: string; href: string };

/** What a verdict rests on: enough to repeat it (`npm run replay`). */
export type Receipt = {
  gradedAt: string;
  /** hash of the exercise as it stood, and whether it says something else now */
  contentHash: string;
  changedSince: boolean;
  imageHash: string;
  engine: string;
  /** null where it is not shown */
  seed: number | null;
  /** taken over from the same program handed in before */
  reused: boolean;
  /** milliseconds */
  phases: Record<string, number>;
};

/** A later verdict on a submission, by another version of its exercise. */
export type RegradingView = { id: string; result: ResultView; receipt: Receipt };
