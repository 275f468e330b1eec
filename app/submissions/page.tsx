import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EarlierPage } from '@/lib/grading/components/earlier-page';
import { loadEarlierSubmissions } from '@/lib/grading/loaders';

export const metadata: Metadata = { title: 'Your submissions', robots: { index: false } };

export default async function Submissions({ searchParams }: PageProps<'/submissions'>) {
  const { exercise } = await searchParams;
  if (typeof exercise !== 'string') notFound();
  return <EarlierPage {...await loadEarlierSubmissions(exercise)} />;
}
