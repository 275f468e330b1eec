// npm run check:content [-- --json]: everything that is wrong in content/, each with its place and what to write instead.
import { checkContent } from '../lib/content/data';

const { diagnostics, counts } = await checkContent();
if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ counts, diagnostics: diagnostics.map(({ text: _text, ...diagnostic }) => diagnostic) }, null, 2));
} else {
  for (const { text } of diagnostics) console.log(text);
  const { errors, warnings, ...rest } = counts;
  console.log(`${Object.entries(rest).map(([what, count]) => `${count} ${what}`).join(', ')}: ${errors} errors, ${warnings} warnings`);
}
process.exitCode = counts.errors ? 1 : 0;
