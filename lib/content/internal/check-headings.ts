import { anchorsOfUses } from './check-links';
import type { Body } from './lesson-body';
import type { Report } from './report';

/** Every heading has an id of its own: links lead to it, so it must not depend on what stands above. */
export function checkHeadingIds({ body, report }: { body: Body; report: Report }) {
  const parts = anchorsOfUses(body);
  const seen = new Map<string, number>();
  for (const { text, slug, place } of body.headings) {
    const plain = text.trim().toLowerCase();
    const first = seen.get(plain);
    if (!slug) report.error(place, `the heading "${text}" has no letter or number, so nothing can link to it`, 'put a word into it');
    else if (parts.has(slug)) report.error(place, `the heading "${text}" has the id "${slug}", which a part of the lesson has already`, 'word it differently');
    else if (first !== undefined) report.warning(place, `the heading "${text}" stands on line ${first} too, so its id is "${slug}" only while both stay`, 'word one of them differently');
    seen.set(plain, first ?? place.line);
  }
}
