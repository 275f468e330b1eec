import type { Course, ExerciseKey } from '../../lib/content/schema';
import { listTrials, type Mismatch } from '../exercise-trials';
import { type Bench, metered, NoSandbox, type Used } from './bench';
import { type MutationPlan, planMutation } from './mutation';
import type { Score } from './mutation-score';
import { type JobCount, ProgressBar } from './progress-bar';

/** A trial with what came of it: null is well. */
export type Tried = { file: string; name: string; fault: string | null; used: Used };
/** The mutants of one exercise: a score, or why there is none. */
export type Scored = { file: string; score: Score | null; fault: string | null };
export type Outcome = { tried: Tried[]; scores: Scored[]; mismatches: Mismatch[] };

type Given = { courses: Course[]; keys: ExerciseKey[]; bench: Bench; where?: string; atOnce: number; bar?: JobCount };

/** Runs everything that must hold of the content, mutants included; `where` narrows it to the files with that in their path. */
export async function tryAll({ courses, keys, bench, where = '', atOnce, bar = new ProgressBar() }: Given): Promise<Outcome> {
  const mismatches: Mismatch[] = [];
  const trials = listTrials({ courses, keys, onMismatch: (mismatch) => mismatches.push(mismatch) }).filter(({ file }) => file.includes(where));
  const { plans, faults } = await planAll({ courses, keys, bench, where, atOnce });

  const tried = trials.map((trial) => ({ trial, outcome: null as Tried | null }));
  const jobs = [
    ...tried.map((one) => async () => {
      const { bench: own, used } = metered(bench);
      const { file, name, run } = one.trial;
      const fault = await run(own).catch((error: unknown) => `could not be tried: ${reasonOf(error)}`);
      one.outcome = { file, name, fault, used };
    }),
    ...plans.flatMap((plan) => plan.jobs),
  ];
  bar.expect(jobs.length);
  await inParallel(jobs.map((job) => () => job().then(() => bar.tick())), atOnce);
  bar.end();

  const outcomes = tried.flatMap(({ outcome }) => outcome ?? []);
  const passes = (file: string) => outcomes.every((one) => one.file !== file || one.fault === null);
  return {
    tried: outcomes,
    mismatches,
    scores: [
      ...plans.map((plan): Scored => (passes(plan.file) ? { file: plan.file, score: plan.score(), fault: null } : { file: plan.file, score: null, fault: 'has no mutants while it does not pass itself' })),
      ...faults,
    ],
  };
}

async function planAll({ courses, keys, bench, where, atOnce }: Required<Pick<Given, 'courses' | 'keys' | 'bench' | 'where' | 'atOnce'>>): Promise<{ plans: MutationPlan[]; faults: Scored[] }> {
  const wanted = courses
    .flatMap((course) => course.modules.flatMap(({ lessons }) => lessons.map((lesson) => ({ lesson, folder: `content/courses/${course.slug}/lessons/${lesson.slug}` }))))
    .flatMap(({ lesson, folder }) => keys.filter(({ exercise }) => exercise.lessonId === lesson.id).map((key) => ({ key, folder: `${folder}/exercises/${key.exercise.name}` })))
    .filter(({ folder }) => `${folder}/solution.py`.includes(where));
  const found: (MutationPlan | Scored)[] = [];
  await inParallel(
    wanted.map(({ key, folder }, index) => async () => {
      found[index] = await planMutation({ folder, key, bench }).catch((error: unknown) => ({ file: `${folder}/solution.py`, score: null, fault: reasonOf(error) }));
    }),
    atOnce,
  );
  return { plans: found.filter((one): one is MutationPlan => 'jobs' in one), faults: found.filter((one): one is Scored => 'fault' in one) };
}

/** Runs the jobs, a few at once, each as soon as there is room. */
async function inParallel(jobs: (() => Promise<void>)[], atOnce: number): Promise<void> {
  const waiting = [...jobs];
  const work = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) await job();
  };
  await Promise.all(Array.from({ length: Math.max(1, atOnce) }, work));
}

/** @throws NoSandbox: then no other trial has an answer either */
function reasonOf(error: unknown): string {
  if (error instanceof NoSandbox) throw error;
  return error instanceof Error ? error.message : String(error);
}
