import { z } from 'zod';

const slug = (what: string) =>
  z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, `${what} must be lower-case words joined by hyphens, such as working-with-cookies`);
const sentence = z.string().trim().min(1, 'must not be empty');
const id = slug('an id');

/** `course.yaml`: the tree of a course. The order of modules and lessons is the order of this list. */
export const courseFile = z.strictObject({
  id: id.describe('Stable id of the course; progress hangs on it, so it never changes.'),
  title: sentence.describe('The name learners see.'),
  summary: sentence.describe('One or two sentences for the course list and search engines.'),
  language: z.string().default('en').describe('Language of the text, as in HTML lang.'),
  modules: z
    .array(
      z.strictObject({
        id: id.describe('Stable id of the module.'),
        title: sentence.describe('The name of the module.'),
        summary: sentence.optional().describe('One sentence on what the module is about.'),
        lessons: z.array(slug('a lesson folder')).min(1).describe('Folder names under lessons/, in order.'),
      }),
    )
    .min(1)
    .describe('The modules of the course, in order.'),
});

/** The frontmatter of `lesson.mdx`. */
export const lessonFrontmatter = z.strictObject({
  id: id.describe('Stable id of the lesson, apart from its folder name, so that a rename keeps progress.'),
  title: sentence.describe('The heading of the lesson.'),
  summary: sentence.describe('The lesson in one sentence: what the thing is.'),
  minutes: z.number().int().min(5).max(120).describe('Honest minutes for a beginner, exercises included.'),
  objectives: z.array(sentence).min(3).max(5).describe('Completes "You will be able to …", 3 to 5 of them.'),
  prerequisites: z.array(sentence).max(5).default([]).describe('What a reader should know already, one sentence each.'),
});

/** A whole number within bounds; a number outside of them is told with both. */
const between = (least: number, most: number, unit: string) => {
  const message = `must be a whole number from ${least} to ${most} (${unit})`;
  return z.int(message).min(least, message).max(most, message);
};

/** What a program may use while it is loaded and checked. What is left out is the sandbox's own limit. */
const limitsInFile = z.strictObject({
  seconds: between(1, 20, 'seconds').optional().describe('Seconds for the program and all of its checks together, 1 to 20.'),
  memory_mb: between(64, 512, 'megabytes').optional().describe('Memory in megabytes, 64 to 512.'),
  output_kb: between(1, 1024, 'kilobytes').optional().describe('What it may print, in kilobytes, 1 to 1024.'),
});

/** `exercises/<name>/exercise.yaml`. */
export const exerciseFile = z.strictObject({
  id: id.describe('Stable id; submissions and progress hang on it.'),
  title: sentence.describe('The name of the task.'),
  kind: z.enum(['fill-in', 'challenge']).describe('fill-in: a program with ___ blanks. challenge: an open task.'),
  hints: z
    .array(z.strictObject({ id: id.describe('Name used by checks and mistakes.'), text: sentence.describe('Markdown; shown one at a time, in this order.') }))
    .min(2)
    .max(4)
    .describe('2 to 4 hints, shown one at a time, in this order.'),
  checks: z
    .array(
      z.strictObject({
        name: sentence.describe('Exactly the name in @check("…") in checks.py, in the same order.'),
        hint: id.optional().describe('The hint shown beside this check when it fails.'),
      }),
    )
    .min(1)
    .max(8)
    .describe('The checks of checks.py, 1 to 8, in the same order.'),
  mistakes: z
    .array(
      z.strictObject({
        id: id.describe('The name of wrong/<id>.py and of <Mistake id="…"> in the lesson.'),
        check: sentence.optional().describe('The first check that fails; leave out when the program does not run.'),
        pattern: sentence.optional().describe("Regular expression found in the learner's error, or in the failed check's message."),
        hint: id.optional().describe('The hint to show instead of the hint of the check.'),
      }),
    )
    .default([])
    .describe('Known mistakes, each with a wrong/<id>.py; the first one that fits is told to the learner.'),
  waived: z
    .array(
      z.strictObject({
        line: sentence.describe('The line of solution.py that is changed, as it stands there, without its indentation.'),
        becomes: z.string().trim().describe('What stands in its place; empty when the line is taken out.'),
        reason: sentence.describe('Why nobody could tell the difference, or why no check should ask for it.'),
      }),
    )
    .default([])
    .describe('Mutants of the solution that the checks need not notice, each with the reason.'),
  stdin: z.string().max(10_000).default('').describe('What the program reads with input() while it is loaded, each line ended by a line break.'),
  limits: limitsInFile.optional().describe('What the program may use: seconds, memory_mb, output_kb. Leave out what need not differ from the usual.'),
  deterministic: z.boolean().default(true).describe('false when a right program may answer differently each time, so that no earlier verdict is used again.'),
});

/** `glossary.yaml`, beside `course.yaml`; may be left out. */
export const glossaryFile = z.strictObject({
  terms: z
    .array(
      z.strictObject({
        term: sentence.describe('The word that this course uses.'),
        means: sentence.describe('What it means, in one sentence that a beginner understands.'),
        not: z.array(sentence).default([]).describe('Other words for the same thing. Where a lesson uses one, npm run check:content says so.'),
      }),
    )
    .min(1)
    .describe('The words of the course, each for one thing.'),
});

/** `quiz.yaml`. */
export const quizFile = z.strictObject({
  id: id.describe('Stable id of the quiz.'),
  questions: z
    .array(
      z.strictObject({
        id: id.describe('Stable id of the question, unique in this quiz.'),
        prompt: sentence.describe('Markdown; may hold a code block.'),
        options: z
          .array(
            z.strictObject({
              id: id.describe('Stable id of the option, unique in this question; it must not give the answer away.'),
              text: sentence.describe('Markdown in one line.'),
              reason: sentence.describe('Why this option is wrong, or, for the answer, why it is right: one line.'),
            }),
          )
          .length(4, 'a question has four options')
          .describe('Four options, each with its reason. They are shown in an order made from their ids.'),
        answer: id.describe('The id of the one right option.'),
        explanation: sentence.describe('Markdown; shown after the quiz is handed in.'),
      }),
    )
    .length(10, 'a quiz has ten questions')
    .describe('Ten questions, at least three of them with code.'),
});

export type CourseFile = z.infer<typeof courseFile>;
export type LessonFrontmatter = z.infer<typeof lessonFrontmatter>;
export type ExerciseFile = z.infer<typeof exerciseFile>;
export type GlossaryFile = z.infer<typeof glossaryFile>;
export type QuizFile = z.infer<typeof quizFile>;
export type ExerciseKind = ExerciseFile['kind'];

/** An example, public. */
export type Example = { name: string; code: string; output: string };

/** What a learner may see of an exercise before doing it. */
export type Exercise = {
  id: string;
  name: string;
  title: string;
  kind: ExerciseKind;
  starter: string;
  /** markdown */
  hints: { id: string; text: string }[];
  checkNames: string[];
  /** hash of everything that decides a verdict: starter, checks, exercise.yaml, solution */
  contentHash: string;
  courseId: string;
  lessonId: string;
};

/** The checks that an author made visible. They may leave the server, and run in the browser as advice. */
export const visibleChecks = z.object({
  exerciseId: z.string(),
  contentHash: z.string().describe('of the exercise as it stands, with all that is hidden'),
  names: z.array(z.string()).describe('in file order'),
  checks: z.string().describe('Python: these checks and what they need'),
  hidden: z.number().int().describe('how many more checks the grader has'),
});
export type VisibleChecks = z.infer<typeof visibleChecks>;

/** What a learner may see of a quiz before handing it in: no answers, reasons or explanations. Options are in their shuffled, stable order. */
export type Quiz = {
  id: string;
  courseId: string;
  lessonId: string;
  contentHash: string;
  questions: { id: string; prompt: string; options: { id: string; text: string }[] }[];
};

export type Lesson = LessonFrontmatter & {
  /** folder name, used in the address */
  slug: string;
  courseId: string;
  courseSlug: string;
  moduleId: string;
  examples: Example[];
  exercises: Exercise[];
  quiz: Quiz | null;
};

/** A part of a lesson that a reader can point at. `within`: the anchor of the heading or exercise it belongs to. */
export type LessonPlace = { anchor: string; kind: 'section' | 'paragraph' | 'example' | 'exercise' | 'mistake' | 'question'; text: string; within: string | null };
/** Every such part in reading order. `contentHash` changes with whatever a reader of the lesson meets. */
export type LessonOutline = { contentHash: string; places: LessonPlace[] };

export type Module = { id: string; title: string; summary?: string; lessons: Lesson[] };
export type Course = Omit<CourseFile, 'modules'> & { slug: string; modules: Module[] };

/** What one submission may use; what is not given is the sandbox's own limit. */
export type Limits = { seconds?: number; memoryMb?: number; outputKb?: number };

/** The secret half of an exercise: only the code that marks work reads it. */
export type ExerciseKey = {
  exercise: Exercise;
  solution: string;
  checks: string;
  checkHints: Record<string, string | undefined>;
  /** what each check counts, as checks.py says; 0 for a guard */
  checkPoints: Record<string, number>;
  mistakes: ExerciseFile['mistakes'];
  /** mutants of the solution that the checks need not notice */
  waived: ExerciseFile['waived'];
  /** what the program reads while it is loaded */
  stdin: string;
  limits: Limits;
  /** false: the same code may get another verdict, so verdicts are never reused */
  deterministic: boolean;
  /** wrong/<id>.py */
  wrong: { id: string; code: string; fails: string | null; hint: string | null }[];
  /** address of the lesson, for links to a mistake's paragraph */
  lessonPath: string;
};

/** The same as it is read back from where versions of exercises are kept (ExerciseVersion.key). What an older site did not write has its default. */
export const exerciseKey: z.ZodType<ExerciseKey> = z.object({
  exercise: z.object({
    id: z.string(),
    name: z.string(),
    title: z.string(),
    kind: exerciseFile.shape.kind,
    starter: z.string(),
    hints: z.array(z.object({ id: z.string(), text: z.string() })),
    checkNames: z.array(z.string()),
    contentHash: z.string(),
    courseId: z.string(),
    lessonId: z.string(),
  }),
  solution: z.string(),
  checks: z.string(),
  checkHints: z.record(z.string(), z.string().optional()),
  checkPoints: z.record(z.string(), z.number()).default({}),
  mistakes: z.array(z.object({ id: z.string(), check: z.string().optional(), pattern: z.string().optional(), hint: z.string().optional() })),
  waived: z.array(z.object({ line: z.string(), becomes: z.string(), reason: z.string() })).default([]),
  stdin: z.string().default(''),
  limits: z.object({ seconds: z.number().optional(), memoryMb: z.number().optional(), outputKb: z.number().optional() }).default({}),
  deterministic: z.boolean().default(true),
  wrong: z.array(z.object({ id: z.string(), code: z.string(), fails: z.string().nullable(), hint: z.string().nullable() })).default([]),
  lessonPath: z.string(),
});

export type QuizKey = { quiz: Quiz; questions: QuizFile['questions'] };

/** One thing an author has to mend. */
export type Diagnostic = { severity: 'error' | 'warning'; file: string; line: number; column: number; message: string; fix: string };
