import { anchors } from '../rules';
import type { Lesson, LessonOutline, LessonPlace } from '../schema';
import { hashOf } from './files';
import type { Body, Stop } from './lesson-body';

/** characters of a place's text that are kept: enough to know it again */
const MOST_TEXT = 240;

type Given = { lesson: Lesson; body: Body; prompts: Map<string, Body>; texts: [string, string][] };

/**
 * Everything a reader can point at, in reading order.
 * @param texts files of the lesson with their names: what its hash is made of
 */
export function outlineOf({ lesson, body, prompts, texts }: Given): LessonOutline {
  const places: LessonPlace[] = [];
  const add = (place: LessonPlace) => places.push({ ...place, text: shortened(place.text) });
  let heading: Headings = { section: null, part: null };
  for (const stop of body.stops) {
    heading = after(heading, stop);
    const within = heading.part ?? heading.section;
    if (stop.kind === 'heading') add({ anchor: stop.id, kind: 'section', text: stop.text, within: stop.depth > 2 ? heading.section : null });
    else if (stop.kind === 'paragraph') add({ anchor: stop.id, kind: 'paragraph', text: stop.text, within });
    else placesOf(stop, { lesson, prompts }).forEach((place) => add({ ...place, within: place.within ?? within }));
  }
  return { contentHash: hashOf(texts), places };
}

type Headings = { section: string | null; part: string | null };

function after(before: Headings, stop: Stop): Headings {
  if (stop.kind !== 'heading') return before;
  return stop.depth <= 2 ? { section: stop.id, part: null } : { ...before, part: stop.id };
}

/** The places that a component of the lesson stands for. */
function placesOf({ name, values }: Extract<Stop, { kind: 'use' }>, { lesson, prompts }: Pick<Given, 'lesson' | 'prompts'>): LessonPlace[] {
  const named = values.get('name') ?? '';
  if (name === 'Example') return [{ anchor: anchors.example(named), kind: 'example', text: values.get('title') ?? named, within: null }];
  if (name === 'Mistake') return [{ anchor: anchors.mistake(values.get('id') ?? ''), kind: 'mistake', text: values.get('title') ?? '', within: null }];
  if (name === 'Quiz') return (lesson.quiz?.questions ?? []).map(({ id, prompt }) => ({ anchor: anchors.question(id), kind: 'question', text: inWords(prompt), within: null }));
  const exercise = name === 'Exercise' && lesson.exercises.find((one) => one.name === named);
  if (!exercise) return [];
  const anchor = anchors.exercise(named);
  const paragraphs = (prompts.get(named)?.stops ?? []).filter((stop) => stop.kind === 'paragraph');
  return [{ anchor, kind: 'exercise', text: exercise.title, within: null }, ...paragraphs.map(({ id, text }) => ({ anchor: id, kind: 'paragraph' as const, text, within: anchor }))];
}

/** The question itself, without the program under it and without marks. */
const inWords = (prompt: string) => (prompt.split('\n```')[0] ?? '').replace(/[`*]/g, '').replace(/\s+/g, ' ').trim();

const shortened = (text: string) => (text.length <= MOST_TEXT ? text : `${text.slice(0, MOST_TEXT - 1).trimEnd()}…`);
