import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { surveyExercises } from '../../lib/content/answer-key';
import type { ExerciseKey } from '../../lib/content/schema';
import { run } from '../steps/command';
import { CannotReplay, WORKING_TREE } from './options';

type Wanted = { exerciseId: string; against: string; repository?: string };

/**
 * An exercise as it is in the working tree, or as it was at a git ref.
 * @param repository the folder that holds `content/`; this one when left out
 * @throws CannotReplay when there is no such ref, or no such exercise there
 */
export async function exerciseAt({ exerciseId, against, repository }: Wanted): Promise<ExerciseKey> {
  const key = (await exercisesAt({ against, repository })).find(({ exercise }) => exercise.id === exerciseId);
  if (!key) throw new CannotReplay(`There is no exercise "${exerciseId}" in ${against === WORKING_TREE ? 'the working tree' : against}. Its id is what exercise.yaml says after "id:".`);
  return key;
}

/** All exercises of the working tree, or as they were at a git ref. @throws CannotReplay when there is no such ref */
export async function exercisesAt({ against, repository = process.cwd() }: Omit<Wanted, 'exerciseId'>): Promise<ExerciseKey[]> {
  if (against === WORKING_TREE) return (await surveyExercises({ root: path.join(repository, 'content') })).keys;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'coursewright-replay-'));
  try {
    await unpack({ commit: await requireCommit({ ref: against, repository }), folder, repository });
    return (await surveyExercises({ root: path.join(folder, 'content') })).keys;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** What is given is one argument of git, never a shell's, and only a commit's name is accepted of it. */
async function requireCommit({ ref, repository }: { ref: string; repository: string }): Promise<string> {
  const { code, output } = await run('git', ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`], { cwd: repository }).catch(noGit);
  const commit = output.trim();
  if (code !== 0 || !/^[0-9a-f]{40,64}$/.test(commit)) throw new CannotReplay(`git knows no commit "${ref}" here. Give a branch, a tag or a commit, or --against ${WORKING_TREE}.`);
  return commit;
}

async function unpack({ commit, folder, repository }: { commit: string; folder: string; repository: string }): Promise<void> {
  const archive = path.join(folder, 'content.tar');
  const archived = await run('git', ['archive', '--format=tar', `--output=${archive}`, commit, '--', 'content'], { cwd: repository });
  if (archived.code !== 0) throw new CannotReplay(`There is no content at ${commit}: ${archived.output.trim()}`);
  const { code, output } = await run('tar', ['-xf', archive, '-C', folder]);
  if (code !== 0) throw new CannotReplay(`The content of ${commit} could not be unpacked: ${output.trim()}`);
}

const noGit = (): never => {
  throw new CannotReplay(`git is needed to look at another version. Install it, or use --against ${WORKING_TREE}.`);
};
