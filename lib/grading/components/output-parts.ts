/** What stands in the output, in order. `stdin` is what the reader typed. */
export type OutputPart = { stream: 'stdout' | 'stderr' | 'stdin'; text: string };

/** The parts with one more; what comes from the same stream in a row is one part. */
export function addPart(parts: OutputPart[], part: OutputPart): OutputPart[] {
  const last = parts.at(-1);
  if (last?.stream !== part.stream) return [...parts, part];
  return [...parts.slice(0, -1), { stream: part.stream, text: last.text + part.text }];
}

/** The parts of a run that told each stream as a whole. */
export function partsOf({ stdout, stderr }: { stdout: string; stderr: string }): OutputPart[] {
  const parts: OutputPart[] = [
    { stream: 'stdout', text: stdout },
    { stream: 'stderr', text: stderr },
  ];
  return parts.filter(({ text }) => text !== '');
}
