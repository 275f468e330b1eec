import { z } from 'zod';
import type { LessonPlace } from '@/lib/content/schema';
import { storable } from '@/lib/platform/schema';

export const reportKind = z.enum(['typo', 'broken', 'unclear', 'wrong']);
export type ReportKind = z.infer<typeof reportKind>;

/** The most a report may say: enough for what is wrong and what it should be. */
export const MAX_REPORT_LENGTH = 1000;
/** Longer than any anchor: those come from headings and the names of files. */
const MAX_NAME = 300;

/** The form behind "Something is wrong here". A slip of the pen needs no words: the place says it. */
export const reportForm = z
  .object({
    course: storable.max(MAX_NAME),
    lesson: storable.max(MAX_NAME),
    at: storable.max(MAX_NAME).default(''),
    kind: z.enum(reportKind.options, 'Choose what kind of thing it is.'),
    text: storable.transform((text) => text.replaceAll('\r\n', '\n').trim()).pipe(z.string().max(MAX_REPORT_LENGTH, `Use at most ${MAX_REPORT_LENGTH} characters.`)).default(''),
  })
  .refine(({ kind, text }) => kind === 'typo' || text.length > 0, { path: ['text'], message: 'Say in a few words what is wrong.' });
export const doneForm = z.object({ reportId: z.uuid(), done: z.enum(['yes', 'no']).transform((answer) => answer === 'yes') });

/** What a report is stored as. */
export type NewReport = { learnerId: string; courseId: string; lessonId: string; anchor: string; kind: ReportKind; text: string; quote: string; contentHash: string };
/** A report as it is read: whose it is stays behind. */
export type Report = { id: string; anchor: string; kind: ReportKind; text: string; quote: string; contentHash: string; createdAt: Date; doneAt: Date | null };
/** `state`: what became of the place since. `same`: nothing in the lesson; `elsewhere`: something, but not there as far as one can tell; `gone`: it is not there as it was. */
export type ReportView = Report & { href: string; place: string; state: 'same' | 'elsewhere' | 'gone' };

/** Where the form is about, and what can be chosen more exactly. */
export type ReportTarget = { lessonTitle: string; lessonHref: string; course: string; lesson: string; at: string; place: LessonPlace | null; choices: LessonPlace[] };

/** How many people did the same in a lesson: which activities they tried and passed, and whether they opened the next lesson. */
export type Path = { tried: string[]; passed: string[]; wentOn: boolean; people: number };
export type StepKind = 'open' | 'exercise' | 'challenge' | 'quiz' | 'next';
export type Step = { id: string; kind: StepKind; label: string };
/** `reached`: people who did this or anything after it. `tried` and `passed` are of this activity alone. */
export type FunnelStep = Step & { reached: number; tried: number; passed: number };
/** `stop`: the step that most of those who stop do not reach any more; null when nobody stops or too few came. */
export type Funnel = { visitors: number; enough: boolean; steps: FunnelStep[]; stop: { step: FunnelStep; lost: number; of: number } | null };

/** A learner's first answers to a quiz: question id → option id. */
export type FirstAttempt = { answers: Record<string, string>; contentHash: string };
export type QuestionFlag = 'wrong-wins' | 'backwards' | 'guessed';
export type QuestionFigures = {
  id: string;
  /** people whose first attempt answered it with an option that is still there */
  answers: number;
  right: number;
  /** 0 to 1: the share of right answers; null without answers */
  facility: number | null;
  /** -1 to 1; null when it cannot be told */
  discrimination: number | null;
  topWrong: { id: string; chosen: number } | null;
  enough: boolean;
  flags: QuestionFlag[];
};
export type QuestionView = QuestionFigures & { number: number; href: string; text: string; promptHtml: string; answerHtml: string; topWrongHtml: string | null };

export type CheckCount = { name: string; learners: number; failed: number; passed: number };
export type CheckFigures = CheckCount & { enough: boolean; flag: 'nobody-fails' | 'nobody-passes' | null };

const error = z.object({ type: z.string(), message: z.string() }).nullable();
/** A submission that did not pass, without whose it is: people are numbered anew in each answer. */
export const failedProgram = z.object({
  learner: z.number().int(),
  code: z.string(),
  verdict: z.enum(['failed', 'did-not-run']),
  check: z.object({ name: z.string(), message: z.string(), error }).nullable(),
  error,
});
export type FailedProgram = z.infer<typeof failedProgram>;

/** Failures that no known mistake explains and that look alike. */
export type Cluster = {
  /** the first check that failed; null when the program did not run */
  check: string | null;
  /** what was said, with what varies left out */
  said: string;
  learners: number;
  submissions: number;
  /** different programs, comments and spacing aside */
  programs: number;
  /** one of the programs that most people handed in, without its comments */
  example: string;
  suggestion: { id: string; pattern: string };
};
export type Clusters = { clusters: Cluster[]; learners: number; alone: number };
export type ClusterView = Cluster & { codeHtml: string; file: string; head: string; yaml: string };

export type ExerciseQuality = { id: string; title: string; href: string; checks: CheckFigures[]; unexplained: ClusterView[]; alone: number };
export type LessonQuality = {
  title: string;
  courseTitle: string;
  courseHref: string;
  lessonHref: string;
  funnel: Funnel;
  questions: QuestionView[];
  /** first attempts made before the quiz last changed */
  olderAttempts: number;
  exercises: ExerciseQuality[];
  open: ReportView[];
  done: ReportView[];
};

/** What asks for attention in a lesson. */
export type Needs = { openReports: number; misleading: number; nobodyPasses: number; nobodyFails: number; unexplained: number };
export type LessonLine = { id: string; title: string; href: string; needs: Needs; funnel: Funnel };
