import { isMap, isScalar, isSeq, parseDocument, type YAMLSeq } from 'yaml';

/** What course.yaml says of its modules; null when it cannot be read. */
export function modulesOf(text: string): { courseId: string; modules: { id: string; lessons: string[] }[] } | null {
  const { id, modules } = (parseDocument(text).toJS() ?? {}) as { id?: unknown; modules?: unknown };
  if (typeof id !== 'string' || !Array.isArray(modules)) return null;
  return { courseId: id, modules: modules as { id: string; lessons: string[] }[] };
}

/**
 * The text of a course.yaml with one more lesson at the end of a module. Everything else stays as it was written, comments too.
 * @throws Error when there is no such module
 */
export function withLesson({ text, module, lesson }: { text: string; module: string; lesson: string }): string {
  const lessons = lessonsOf(text, module);
  const last = lessons.items.at(-1);
  if (!isScalar(last) || !last.range) throw new Error(`the module "${module}" lists no lessons yet: add one by hand`);
  const [, end] = last.range;
  if (lessons.flow) return `${text.slice(0, end)}, ${lesson}${text.slice(end)}`;
  const lineStart = text.lastIndexOf('\n', last.range[0]) + 1;
  const sign = text.slice(lineStart, last.range[0]); // the indentation and its hyphen
  const lineEnd = text.indexOf('\n', end);
  const place = lineEnd < 0 ? text.length : lineEnd; // after a comment beside the last lesson
  return `${text.slice(0, place)}\n${sign}${lesson}${text.slice(place)}${lineEnd < 0 ? '\n' : ''}`;
}

function lessonsOf(text: string, id: string): YAMLSeq {
  const modules = parseDocument(text).get('modules');
  const found = isSeq(modules) ? modules.items.find((item) => isMap(item) && item.get('id') === id) : undefined;
  const lessons = isMap(found) ? found.get('lessons') : undefined;
  if (!isSeq(lessons)) throw new Error(`course.yaml has no module "${id}"`);
  return lessons;
}
