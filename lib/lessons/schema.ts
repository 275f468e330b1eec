import type { MDXContent } from 'mdx/types';
import type { Course, Exercise, Lesson } from '@/lib/content/schema';
import type { QuizHtml } from '@/lib/quizzes/schema';

/** One stop on the path through a lesson: a section, or the activity inside it. */
export type PathStop = { id: string; title: string; kind: 'section' | 'exercise' | 'challenge' | 'quiz'; activityId: string | null };

/** A program as HTML beside its text. */
export type ExampleView = { name: string; code: string; output: string; html: string };

/** A lesson of a list: enough for a link and its progress. */
export type LessonLink = Pick<Lesson, 'id' | 'slug' | 'title' | 'summary' | 'minutes'> & { path: string; activityIds: string[] };
export type ModuleLinks = { id: string; title: string; summary?: string; lessons: LessonLink[] };
export type CourseLinks = Pick<Course, 'id' | 'slug' | 'title' | 'summary' | 'language'> & { path: string; minutes: number; modules: ModuleLinks[] };

/** What the exercise's panel needs beside the exercise itself. */
export type ExerciseView = { exercise: Exercise; starterHtml: string; hints: { id: string; html: string }[] };

/** A page that an unknown address probably meant. */
export type NearMatch = { path: string; title: string };

/** What the components inside a lesson's prose are made of. */
export type LessonParts = {
  lesson: Lesson;
  course: CourseLinks;
  next: LessonLink | null;
  examples: ExampleView[];
  exercises: (ExerciseView & { Prompt: MDXContent })[];
  quizHtml: QuizHtml;
};
