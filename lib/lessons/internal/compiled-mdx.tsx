import type { MDXContent } from 'mdx/types';

// The one place that imports content/. The patterns make the bundler compile every file they can match, at build.

/** The prose of a lesson. */
export async function importLesson({ course, lesson }: { course: string; lesson: string }): Promise<MDXContent> {
  return shown(() => import(`@/content/courses/${course}/lessons/${lesson}/lesson.mdx`));
}

/** The task of an exercise. */
export async function importPrompt({ course, lesson, exercise }: { course: string; lesson: string; exercise: string }): Promise<MDXContent> {
  return shown(() => import(`@/content/courses/${course}/lessons/${lesson}/exercises/${exercise}/prompt.mdx`));
}

/** The text itself; under `npm run dev`, where an author may be in the middle of it, what stops it stands in its place. */
async function shown(load: () => Promise<unknown>): Promise<MDXContent> {
  if (process.env.NODE_ENV !== 'development') return contentOf(await load());
  try {
    const Content = contentOf(await load());
    const Forgiving: MDXContent = (props) => {
      try {
        return Content(props);
      } catch (error) {
        return unreadable(error);
      }
    };
    return Forgiving;
  } catch (error) {
    const Nothing: MDXContent = () => unreadable(error);
    return Nothing;
  }
}

const contentOf = (file: unknown): MDXContent => (file as { default: MDXContent }).default;

/** MDX says of an unknown component that it was not defined; more than its first line is about the code of the site. */
function unreadable(reason: unknown) {
  const [first] = (reason instanceof Error ? reason.message : String(reason)).split('\n');
  return <p data-unreadable>This text cannot be shown: {first}</p>;
}
