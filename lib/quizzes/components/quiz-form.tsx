import type { Quiz } from '@/lib/content/schema';
import type { QuizHtml } from '../schema';

/** Placeholder: the quiz as a form. */
export function QuizForm({ quiz, html }: { quiz: Quiz; html: QuizHtml }) {
  return (
    <ol>
      {quiz.questions.map((question) => (
        <li key={question.id} dangerouslySetInnerHTML={{ __html: html[question.id]?.prompt ?? '' }} />
      ))}
    </ol>
  );
}
