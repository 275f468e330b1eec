import fs from 'node:fs';
import path from 'node:path';
import type { GradingJob } from '../../../lib/grading/internal/grading-run';

/** The exercise that every variant grades: an ordinary one of the course, with its own solution and its own checks. */
export const EXERCISE_ID = 'flask-cookies-remember-language';
const FOLDER = 'content/courses/flask/lessons/working-with-cookies/exercises/remember-language';

const read = (name: string) => fs.readFileSync(path.join(FOLDER, name), 'utf8');
const solution = read('solution.py');
const checks = read('checks.py');

let handedIn = 0;

/** The right solution, each time as another text, so that no cache of anybody's helps. */
export function nextJob(): GradingJob {
  handedIn += 1;
  return { code: `${solution}\n# ${process.pid}.${handedIn}\n`, checks, seed: handedIn };
}
