import { INLINE_HTML, type LESSON_COMPONENTS } from './components';
import type { Body, Use } from './lesson-body';
import { reportFence, reportImage } from './markdown-text';
import { didYouMean, type Report } from './report';

/** The rules every MDX file keeps, lesson or prompt. */
export function checkBody({ body, components, topHeading, report }: { body: Body; components: typeof LESSON_COMPONENTS; topHeading: number; report: Report }) {
  for (const use of body.uses) checkUse({ use, components, report });
  for (const { fence, place } of body.fences) reportFence({ fence, place, report });
  for (const { place, ...image } of body.images) reportImage({ image, place, report });
  for (const { place } of body.code) report.error(place, 'prose must not hold code (import, export or {…})', 'write a literal { as &#123; or in `code`; components need no import');

  let depth = topHeading - 1;
  for (const heading of body.headings) {
    const sign = (n: number) => '#'.repeat(n);
    if (heading.depth < topHeading) report.error(heading.place, `a heading here starts with ${sign(topHeading)}`, 'the title of the page comes from the frontmatter');
    else if (heading.depth > depth + 1) report.error(heading.place, `"${heading.text}" skips a level of headings`, `write ${sign(depth + 1)}`);
    depth = Math.max(heading.depth, topHeading - 1);
  }
}

function checkUse({ use: { name, values, element, place }, components, report }: { use: Use; components: typeof LESSON_COMPONENTS; report: Report }) {
  const rule = components[name];
  if (!rule) {
    if (!INLINE_HTML.includes(name)) report.error(place, `unknown component <${name}>`, didYouMean(name, [...Object.keys(components), ...INLINE_HTML]));
    return;
  }
  for (const key of rule.required) {
    if (!values.has(key) || values.get(key) === '') report.error(place, `<${name}> needs ${key}="…"`, `add ${key}="…"`);
  }
  const known = [...rule.required, ...rule.optional];
  for (const [key, value] of values) {
    if (!known.includes(key)) report.error(place, `<${name}> knows no "${key}"`, didYouMean(key, known));
    else if (value === null) report.error(place, `${key} of <${name}> is not plain text`, `write ${key}="…", or ${key}={'…'} when the text holds quotes`);
    else if (value.includes('`')) report.warning(place, `${key} of <${name}> is plain text, so the \` in it is shown as it is`, 'leave the backticks out');
  }
  const children = element.children.filter((child) => !(child.type === 'text' && !child.value.trim()));
  if (rule.holds === 'nothing' && children.length) report.error(place, `<${name}> holds nothing`, `write <${name} … />`);
  if (rule.holds !== 'nothing' && !children.length) report.error(place, `<${name}> is empty`, `write its ${rule.holds} between the tags, with blank lines around it`);
  if (rule.holds === 'table' && children.length && !children.some((child) => child.type === 'table')) report.error(place, `<${name}> holds no table`, 'put a Markdown table in it, with blank lines around it');
  if (rule.holds === 'list' && children.length && !children.some((child) => child.type === 'list')) report.error(place, `<${name}> holds no list`, 'put a Markdown list in it, with blank lines around it');
}
