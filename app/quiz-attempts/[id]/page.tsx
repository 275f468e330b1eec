import Link from 'next/link';
import { PageHeader } from '@/components/page-header';
import { QuizForm } from '@/lib/quizzes/components/quiz-form';
import { loadAttempt } from '@/lib/quizzes/loaders';

export const metadata = { title: 'Your quiz', robots: { index: false } };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ retry?: string }> };

export default async function AttemptPage({ params, searchParams }: Props) {
  const { attempt, quiz, html, lessonTitle, lessonPath, reportHref } = await loadAttempt((await params).id);
  const retrying = (await searchParams).retry === '1';
  return (
    <>
      <PageHeader title={retrying ? 'Try these again' : 'Your quiz'} eyebrow={lessonTitle} />
      <QuizForm quiz={quiz} html={html} attempt={attempt} retrying={retrying} reportHref={reportHref} />
      <p>
        <Link href={`${lessonPath}#quiz`}>Back to {lessonTitle}</Link>
      </p>
    </>
  );
}
