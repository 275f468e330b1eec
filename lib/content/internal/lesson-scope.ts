import type { GlossaryFile } from '../schema';
import type { Files } from './files';
import type { Claim } from './ids';
import type { Body } from './lesson-body';
import type { FoundLink } from './markdown-text';
import type { Report } from './report';

/** What the readers of a lesson's parts share. */
export type LessonScope = {
  files: Files;
  /** such as content/courses/flask/lessons/sessions */
  folder: string;
  report: Report;
  /** every id that the lesson's parts take; whether another has it is seen once all lessons are read */
  ids: Claim[];
  courseId: string;
  lessonId: string;
  lessonPath: string;
  /** of the text, as in course.yaml */
  language: string;
  glossary: GlossaryFile['terms'];
  /** every link found in the lesson's parts; the readers add to it */
  links: FoundLink[];
  /** the prompt of each exercise by its name; the reader of exercises adds to it */
  prompts: Map<string, Body>;
};
