import type { Exercise } from '@/lib/content/schema';

/** Placeholder: the editor of an exercise, its submit button and its verdicts. */
export function ExercisePanel({ starterHtml }: { exercise: Exercise; starterHtml: string }) {
  return <div dangerouslySetInnerHTML={{ __html: starterHtml }} />;
}
