import type { MDXContent } from 'mdx/types';

// The one place that imports content/. The patterns make the bundler compile every file they can match, at build.

/** The prose of a lesson. */
export async function importLesson({ course, lesson }: { course: string; lesson: string }): Promise<MDXContent> {
  const file = (await import(`@/content/courses/${course}/lessons/${lesson}/lesson.mdx`)) as { default: MDXContent };
  return file.default;
}

/** The task of an exercise. */
export async function importPrompt({ course, lesson, exercise }: { course: string; lesson: string; exercise: string }): Promise<MDXContent> {
  const file = (await import(`@/content/courses/${course}/lessons/${lesson}/exercises/${exercise}/prompt.mdx`)) as { default: MDXContent };
  return file.default;
}
