import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { LessonJob, LessonReport } from '../../lib/content/answer-key';
import { hashOfFiles, KeptResults } from '../exercises/kept-results';
import { readLessons } from './read-lessons';

const READS = 'lib/content';

/** What reads a lesson: another version of it, or of its libraries, may find other faults. */
function readerVersion(): string {
  const sources = fs.readdirSync(READS, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && /\.ts$/.test(entry.name) && !/\.test\.ts$/.test(entry.name));
  return hashOfFiles([...sources.map(({ parentPath, name }) => path.join(parentPath, name)).sort(), 'package-lock.json']);
}

/**
 * Reads only the lessons that were not read before just as they are: same text, same course, same reader.
 * @param file where reports are kept
 * @param read reads the others
 */
export async function readChangedLessons({ jobs, file, read = readLessons }: { jobs: LessonJob[]; file: string; read?: typeof readLessons }): Promise<LessonReport[]> {
  const kept = new KeptResults(file);
  const version = readerVersion();
  const lessons = jobs.map((job) => ({ job, parts: ['lesson', version, createHash('sha256').update(JSON.stringify(job)).digest('hex')] }));
  const before = lessons.map(({ parts }) => kept.find<LessonReport>(parts));
  const changed = lessons.filter((_, index) => before[index] === undefined);
  const fresh = await read(changed.map(({ job }) => job));
  changed.forEach(({ parts }, index) => kept.keep({ parts, value: fresh[index] }));
  kept.save();
  const now = fresh.values();
  return before.map((report) => report ?? (now.next().value as LessonReport));
}
