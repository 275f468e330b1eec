import type { LessonFacts, Triable, TryLine } from '../schema';

/** Server-sent events, each a ContentEvent. All of /author/ is answered by scripts/author, under `npm run dev` only. */
export const CONTENT_EVENTS = '/author/content';

/** @returns null when there is no such lesson, or it cannot be read */
export async function fetchLessonFacts({ course, lesson }: { course: string; lesson: string }): Promise<LessonFacts | null> {
  const response = await fetch(`/author/lesson?${new URLSearchParams({ course, lesson })}`);
  return response.ok ? ((await response.json()) as LessonFacts) : null;
}

/** Tries a part of an exercise and calls `onLine` with each step. Never throws: what fails is told as `refused`. */
export async function tryExercise({ exerciseId, what, onLine }: { exerciseId: string; what: Triable; onLine: (line: TryLine) => void }): Promise<void> {
  try {
    const response = await fetch('/author/tries', { method: 'POST', body: JSON.stringify({ exerciseId, what }) });
    if (!response.ok || !response.body) return onLine({ refused: ((await response.json()) as { message: string }).message });
    for await (const text of linesOf(response.body)) onLine(JSON.parse(text) as TryLine);
  } catch (error) {
    onLine({ refused: error instanceof Error ? error.message : String(error) });
  }
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
