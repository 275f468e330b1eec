import type { MDXContent } from 'mdx/types';
import { expect, test } from 'vitest';
import type { Exercise, Quiz } from '@/lib/content/schema';
import { pathOf, referencesOf } from './lesson-path';

const exercise = (name: string, kind: Exercise['kind']): Exercise => ({
  id: `course-${name}`, name, title: `Title of ${name}`, kind, starter: '', hints: [], checkNames: [], contentHash: '', courseId: 'course', lessonId: 'lesson',
});
const quiz: Quiz = { id: 'course-quiz', courseId: 'course', lessonId: 'lesson', contentHash: '', questions: [] };

// written as the MDX compiler writes it: intrinsic elements, and components by name
const content = (({ components }: { components: Record<string, () => null> }) => {
  const { Exercise, Quiz, QuickReference } = components as Record<string, React.ComponentType<Record<string, unknown>>>;
  if (!Exercise || !Quiz || !QuickReference) throw new Error('a component is missing');
  return (
    <>
      <p>Before any heading.</p>
      {'\n'}
      <h2 id="send-a-cookie">
        Send a <code>cookie</code>
      </h2>
      <h3 id="deeper">Deeper</h3>
      <h2 id="exercise">Exercise</h2>
      <Exercise name="first" />
      <Exercise name="second" />
      <h2 id="quick-reference">Quick reference</h2>
      <QuickReference>
        <table />
      </QuickReference>
      <h2 id="quiz">Quiz</h2>
      <Quiz />
    </>
  );
}) as unknown as MDXContent;

test('headings become stops, and activities take the stop of their heading', () => {
  const path = pathOf({ content, exercises: [exercise('first', 'fill-in'), exercise('second', 'challenge')], quiz });
  expect(path).toEqual([
    { id: 'send-a-cookie', title: 'Send a cookie', kind: 'section', activityId: null },
    { id: 'exercise', title: 'Exercise', kind: 'exercise', activityId: 'course-first' },
    { id: 'exercise-second', title: 'Title of second', kind: 'challenge', activityId: 'course-second' },
    { id: 'quick-reference', title: 'Quick reference', kind: 'section', activityId: null },
    { id: 'quiz', title: 'Quiz', kind: 'quiz', activityId: 'course-quiz' },
  ]);
});

test('the reference page finds the tables', () => {
  expect(referencesOf(content)).toHaveLength(1);
});
