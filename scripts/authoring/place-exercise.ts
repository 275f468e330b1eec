/** Where an exercise goes that nobody placed: before what ends a lesson. */
const ENDINGS = [/^## Common mistakes\b/m, /^<Mistake\b/m, /^<QuickReference\b/m, /^## Quick reference\b/m, /^<Recap\b/m, /^## Quiz\b/m];

/** lesson.mdx with `<Exercise name="…" />` in it, before the common mistakes or what comes first of what ends the lesson. */
export function withExercise({ text, name }: { text: string; name: string }): string {
  const use = `<Exercise name="${name}" />`;
  const places = ENDINGS.flatMap((ending) => ending.exec(text)?.index ?? []);
  if (!places.length) return `${text.trimEnd()}\n\n${use}\n`;
  const place = Math.min(...places);
  return `${text.slice(0, place)}${use}\n\n${text.slice(place)}`;
}
