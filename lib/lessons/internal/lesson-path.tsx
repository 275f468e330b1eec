import { Children, Fragment, isValidElement, type ReactElement, type ReactNode } from 'react';
import type { MDXContent } from 'mdx/types';
import type { Exercise, Quiz } from '@/lib/content/schema';
import type { PathStop } from '../schema';

type Props = Record<string, unknown> & { children?: ReactNode };
const Nothing = () => null;
const marks = { Exercise: () => null, Quiz: () => null, QuickReference: () => null };
const others = ['Example', 'Predict', 'RuleOfThumb', 'Mistake', 'Recap', 'UpNext', 'Note'];
const components = { ...Object.fromEntries(others.map((name) => [name, Nothing])), ...marks };

/** The top-level elements of a compiled lesson. It is a pure function of its components, so calling it shows what the author wrote. */
function elementsOf(content: MDXContent): ReactElement<Props>[] {
  const unwrap = (node: ReactNode): ReactElement<Props>[] =>
    Children.toArray(node).flatMap((child) => (!isValidElement<Props>(child) ? [] : child.type === Fragment ? unwrap(child.props.children) : [child]));
  return unwrap(content({ components }) as ReactNode);
}

function textOf(node: ReactNode): string {
  return Children.toArray(node)
    .map((child) => (isValidElement<Props>(child) ? textOf(child.props.children) : String(child)))
    .join('');
}

/**
 * The stops of a lesson in reading order: its `##` headings; a heading over an activity becomes that activity's stop.
 * A second activity under one heading gets a stop of its own.
 */
export function pathOf({ content, exercises, quiz }: { content: MDXContent; exercises: Exercise[]; quiz: Quiz | null }): PathStop[] {
  const stops: PathStop[] = [];
  const add = (activity: Omit<PathStop, 'id' | 'title'>, own: Pick<PathStop, 'id' | 'title'>) => {
    const last = stops.at(-1);
    if (last && last.activityId === null) Object.assign(last, activity);
    else stops.push({ ...own, ...activity });
  };
  for (const { type, props } of elementsOf(content)) {
    if (type === 'h2') stops.push({ id: String(props.id ?? ''), title: textOf(props.children), kind: 'section', activityId: null });
    if (type === marks.Quiz && quiz) add({ kind: 'quiz', activityId: quiz.id }, { id: 'quiz', title: 'Quiz' });
    const exercise = type === marks.Exercise && exercises.find((one) => one.name === props.name);
    if (exercise) {
      add({ kind: exercise.kind === 'challenge' ? 'challenge' : 'exercise', activityId: exercise.id }, { id: `exercise-${exercise.name}`, title: exercise.title });
    }
  }
  return stops;
}

/** The tables inside `<QuickReference>`, for the course-wide page. */
export function referencesOf(content: MDXContent): ReactNode[] {
  return elementsOf(content)
    .filter(({ type }) => type === marks.QuickReference)
    .map(({ props }) => props.children);
}
