import { findOutline } from '../../lib/content/data';
import type { Lesson } from '../../lib/content/schema';
import { storeReport } from '../../lib/quality/mutations';
import { dice } from './dice';

const SAID = [
  { kind: 'unclear', text: 'I read this three times. An example with the output under it would help.' },
  { kind: 'wrong', text: 'On my machine this prints something else. Is it from an older version?' },
  { kind: 'typo', text: '' },
  { kind: 'broken', text: 'The link at the end of this does not lead anywhere for me.' },
] as const;

/** What demo learners report of the first lessons: one thing each, at a paragraph that is there. */
export async function writeReports({ learnerIds, lessons }: { learnerIds: string[]; lessons: Lesson[] }): Promise<void> {
  for (const [index, said] of SAID.entries()) {
    const lesson = lessons[index % 2];
    const outline = lesson && (await findOutline(lesson.id));
    const place = outline && dice(`report ${index}`).pick(outline.places.filter(({ kind }) => kind === 'paragraph'));
    const learnerId = learnerIds[index];
    if (lesson && place && learnerId) await storeReport({ learnerId, courseId: lesson.courseId, lessonId: lesson.id, anchor: place.anchor, quote: place.text, contentHash: outline.contentHash, ...said });
  }
}
