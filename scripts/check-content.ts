// npm run check:content [-- --json | --visible | --no-cache] [--content <folder>]: everything that is wrong in content/, each with its place
// and what to write instead. --json prints one object. --visible prints what of the checks is public, as learners can read it.
// Only lessons that changed are read again; --no-cache reads all.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkContent, listVisibleChecks } from '../lib/content/data';
import { readChangedLessons } from './content/kept-reports';
import { readLessons } from './content/read-lessons';
import { resolveDataDir } from './steps/data-dir';

const flag = { type: 'boolean' } as const;
const { values } = parseArgs({ options: { json: flag, visible: flag, 'no-cache': flag, content: { type: 'string' } } });
const root = path.resolve(values.content ?? 'content');

const began = performance.now();
const { diagnostics, counts } = await checkContent({ root, readAll: values['no-cache'] ? readLessons : (jobs) => readChangedLessons({ jobs, file: path.join(resolveDataDir(process.env.DATA_DIR), 'check-content.json') }) });
if (values.json) {
  const { lessons, examples, exercises, questions, errors, warnings } = counts;
  const seconds = (performance.now() - began) / 1000;
  // mutants are made by check:exercises, which prints the same keys
  console.log(JSON.stringify({ lessons, examples, exercises, questions, errors, warnings, mutants: 0, killed: 0, waived: 0, seconds, diagnostics: diagnostics.map(({ text: _text, ...diagnostic }) => diagnostic) }, null, 2));
} else {
  for (const { text } of diagnostics) console.log(text);
  const { errors, warnings, ...rest } = counts;
  console.log(`${Object.entries(rest).map(([what, count]) => `${count} ${what}`).join(', ')}: ${errors} errors, ${warnings} warnings`);
}
if (values.visible) {
  for (const { exerciseId, names, hidden, helpers, checks } of await listVisibleChecks({ root })) {
    console.log(`\n# ${exerciseId}: ${names.length} of ${names.length + hidden} checks are visible${helpers.length ? `, with ${helpers.join(', ')}` : ''}\n${checks}`);
  }
}
process.exitCode = counts.errors ? 1 : 0;
