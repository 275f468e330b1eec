/** Placeholder: the Run button of an example and what the program printed. */
export function RunExample(_: { code: string; expectedOutput: string; exampleId: string }) {
  return null;
}
