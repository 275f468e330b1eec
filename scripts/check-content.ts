// npm run check:content [-- --json | --visible]: everything that is wrong in content/, each with its place and what to write
// instead. --visible prints what of the checks is public, as learners can read it.
import { checkContent, listVisibleChecks } from '../lib/content/data';

const { diagnostics, counts } = await checkContent();
if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ counts, diagnostics: diagnostics.map(({ text: _text, ...diagnostic }) => diagnostic) }, null, 2));
} else {
  for (const { text } of diagnostics) console.log(text);
  const { errors, warnings, ...rest } = counts;
  console.log(`${Object.entries(rest).map(([what, count]) => `${count} ${what}`).join(', ')}: ${errors} errors, ${warnings} warnings`);
}
if (process.argv.includes('--visible')) {
  for (const { exerciseId, names, hidden, helpers, checks } of await listVisibleChecks()) {
    console.log(`\n# ${exerciseId}: ${names.length} of ${names.length + hidden} checks are visible${helpers.length ? `, with ${helpers.join(', ')}` : ''}\n${checks}`);
  }
}
process.exitCode = counts.errors ? 1 : 0;
