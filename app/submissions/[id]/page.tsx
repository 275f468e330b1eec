import type { Metadata } from 'next';
import { SubmissionPage } from '@/lib/grading/components/submission-page';
import { loadSubmission } from '@/lib/grading/loaders';

export const metadata: Metadata = { title: 'Your submission', robots: { index: false } };

export default async function Submission({ params }: PageProps<'/submissions/[id]'>) {
  return <SubmissionPage {...await loadSubmission((await params).id)} />;
}
