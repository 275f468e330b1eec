import { findExercise } from '@/lib/content/data';
import { getActivity } from '@/lib/progress/data';
import { listAttempts } from '../data';
import { canSeeSolution } from '../policy';
import { countRealAttempts } from '../rules';

type Who = { learnerId: string; exerciseId: string };

/** What a learner has done towards seeing the model solution. */
export async function readStanding({ learnerId, exerciseId }: Who): Promise<{ passed: boolean; realAttempts: number }> {
  const [exercise, activity, graded] = await Promise.all([
    findExercise(exerciseId),
    getActivity({ learnerId, activityId: exerciseId }),
    listAttempts({ learnerId, exerciseId }),
  ]);
  const realAttempts = exercise ? countRealAttempts({ graded, starter: exercise.starter, isFillIn: exercise.kind === 'fill-in' }) : 0;
  return { passed: activity?.passed ?? false, realAttempts };
}

export async function isSolutionOpen(who: Who): Promise<boolean> {
  return canSeeSolution(await readStanding(who));
}
