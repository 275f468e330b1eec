import type { ExerciseKey } from '../schema';
import { stringsIn } from './python-source';
import { type Report, startOf } from './report';
import { visiblePart } from './visible-part';

/** shorter texts stand in many programs by chance */
const LEAST = 4;

/** The visible checks can be told from the hidden ones, and do not give the solution away unasked. */
export function checkVisible({ folder, key, shown, report }: { folder: string; key: ExerciseKey; shown: string; report: Report }): void {
  const file = `${folder}/checks.py`;
  const { names, text, faults } = visiblePart(key.checks);
  if (key.stdin && names.length > 0) report.warning(startOf(file), 'its visible checks do not run in browsers, where a program cannot be given the stdin of exercise.yaml', 'take visible=True away');
  for (const { message, fix, line, column } of faults) report.error({ file, line, column }, message, fix);
  const given = new Set(stringsIn(text).map((part) => part.trim()).filter((part) => part.length >= LEAST && key.solution.includes(part) && !shown.includes(part)));
  for (const part of given) report.warning(startOf(file), `the visible checks hold "${part}", which stands in the solution and nowhere that learners read`, 'hide the check that needs it, or say it in the prompt; npm run check:content -- --visible shows all that is public');
}
