import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RunPage } from '@/lib/grading/components/run-page';
import { loadRun } from '@/lib/grading/loaders';

export const metadata: Metadata = { title: 'Run an example', robots: { index: false, follow: false } };

/** Where Run leads without scripts: the form of an example, `?example=<lesson id>/<name>`. */
export default async function Run({ searchParams }: PageProps<'/runs'>) {
  const { example } = await searchParams;
  if (typeof example !== 'string') notFound();
  return <RunPage {...await loadRun(example)} />;
}
