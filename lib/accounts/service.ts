import { readAllAttempts, readAllSubmissions, readPersonalData } from './data';
import { EXPORT_FORMAT } from './schema';

/** A person's data as JSON, in pieces, so that years of submissions never sit in memory at once. */
export async function* exportPerson(userId: string): AsyncGenerator<string> {
  const { profile, progress, visits, memberships, reports } = await readPersonalData(userId);
  const head = { format: EXPORT_FORMAT, exportedAt: new Date(), profile, memberships, visits, progress, reports, quizAttempts: await readAllAttempts(userId) };
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "submissions": [`;
  let separator = '\n';
  for await (const submission of readAllSubmissions(userId)) {
    yield `${separator}${JSON.stringify(submission)}`;
    separator = ',\n';
  }
  yield '\n  ]\n}\n';
}
