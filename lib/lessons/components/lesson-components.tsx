import type { MDXComponents } from 'mdx/types';
import { QuizForm } from './interactive-parts';
import { anchors, reportPath } from '@/lib/content/rules';
import type { LessonParts } from '../schema';
import { Example } from './example';
import { Exercise } from './exercise';
import { Mistake } from './mistake';
import { Predict } from './predict';
import { proseComponents } from './prose-components';
import { QuickReference } from './quick-reference';
import { Recap } from './recap';
import { RuleOfThumb } from './rule-of-thumb';
import { UpNext } from './up-next';

/** What the text names and is not there. Such content is not built; under `npm run dev` the page goes on without it. */
function Missing({ what }: { what: string }) {
  if (process.env.NODE_ENV === 'production') throw new Error(`${what}. npm run check:content says where.`);
  return <p data-unreadable>{what}.</p>;
}

/** What `<Example name="…"/>` and the others mean in one lesson: authors name a thing, and here the name meets the thing. */
export function lessonComponents({ lesson, course, next, examples, exercises, quizHtml }: LessonParts): MDXComponents {
  const reportAt = (at: string) => reportPath({ courseSlug: lesson.courseSlug, lessonSlug: lesson.slug, at });
  const prose = proseComponents(reportAt);
  return {
    ...prose,
    Mistake,
    Predict,
    Recap,
    RuleOfThumb,
    UpNext: () => <UpNext next={next} course={course} />,
    QuickReference: ({ children }) => <QuickReference allHref={`${course.path}/reference`}>{children}</QuickReference>,
    Example: ({ name, title, open }: { name: string; title: string; open?: string }) => {
      const example = examples.find((one) => one.name === name);
      if (!example) return <Missing what={`${lesson.slug} has no example ${name}`} />;
      return <Example example={example} title={title} open={open} lessonId={lesson.id} reportHref={reportAt(anchors.example(name))} />;
    },
    Exercise: ({ name }: { name: string }) => {
      const view = exercises.find((one) => one.exercise.name === name);
      if (!view) return <Missing what={`${lesson.slug} has no exercise ${name}`} />;
      return <Exercise view={view} Prompt={view.Prompt} prose={prose} reportHref={reportAt(anchors.exercise(name))} />;
    },
    Quiz: () => {
      if (!lesson.quiz) return <Missing what={`${lesson.slug} has no quiz.yaml`} />;
      return (
        <div data-wide>
          <QuizForm quiz={lesson.quiz} html={quizHtml} reportHref={reportAt('')} />
        </div>
      );
    },
  };
}
