import { anchors, closest, lessonPath } from '../rules';
import type { Body } from './lesson-body';
import type { FoundLink } from './markdown-text';
import { didYouMean, type Place, type Report } from './report';

/** A lesson as far as links are concerned. */
export type LinkTarget = { courseSlug: string; lessonSlug: string; file: string; /** null while the text cannot be read */ anchors: string[] | null };

/** The ids one can link to on a lesson's page. */
export function anchorsOf(body: Body): string[] {
  return [...new Set([...body.headings.map((heading) => heading.slug), ...anchorsOfUses(body)])];
}

/** The ids of examples, exercises and mistakes. */
export function anchorsOfUses(body: Body): Set<string> {
  const ids = new Set<string>();
  for (const { name, values } of body.uses) {
    if (name === 'Example') ids.add(anchors.example(values.get('name') ?? ''));
    if (name === 'Exercise') ids.add(anchors.exercise(values.get('name') ?? ''));
    if (name === 'Mistake') ids.add(anchors.mistake(values.get('id') ?? ''));
  }
  return ids;
}

/** A picture is a file of public/, named from there; anything else is asked for at an address where nothing is. */
function checkPicture({ url, place, pictures, report }: { url: string; place: Place; pictures: string[]; report: Report }) {
  if (/^(https?:|data:)/.test(url)) return;
  const name = decodeURIComponent(url.split(/[?#]/)[0] ?? '');
  if (pictures.includes(name)) return;
  const near = closest(name, pictures);
  report.error(place, `there is no picture public${name.startsWith('/') ? '' : '/'}${name}`, near ? `did you mean "${near}"?` : 'put the file into public/pictures/, and write ![…](/pictures/<file>)');
}

/** Checks every link of every lesson, its prompts, hints and questions, once all lessons are known. */
export function checkLinks({ lessons, links, pictures, report }: { lessons: LinkTarget[]; links: (FoundLink & { from: LinkTarget })[]; pictures: string[]; report: Report }) {
  const byPath = new Map(lessons.map((lesson) => [lessonPath(lesson), lesson]));
  const courses = new Set(lessons.map((lesson) => lessonPath({ ...lesson, lessonSlug: '' }).slice(0, -1)));
  for (const { from, url, place, isImage } of links) {
    if (isImage) {
      checkPicture({ url, place, pictures, report });
      continue;
    }
    if (/^(https:|mailto:)/.test(url)) continue;
    if (/^http:/.test(url)) {
      if (!/^http:\/\/(localhost|127\.0\.0\.1)/.test(url)) report.warning(place, `${url} is not encrypted`, 'use https:// if the site has it');
      continue;
    }
    const address = new URL(url, `http://site${lessonPath(from)}`);
    const target = byPath.get(address.pathname);
    if (!target) {
      if (!courses.has(address.pathname)) report.error(place, `the link ${url} leads to no lesson (${address.pathname})`, didYouMean(address.pathname, [...byPath.keys()]));
      continue;
    }
    const anchor = decodeURIComponent(address.hash.slice(1));
    if (anchor && target.anchors && !target.anchors.includes(anchor)) report.error(place, `${target.file} has no "#${anchor}"`, didYouMean(anchor, target.anchors));
  }
}
