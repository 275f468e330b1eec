import type { Metadata } from 'next';
import { SolutionPage } from '@/lib/grading/components/solution-page';
import { loadSolution } from '@/lib/grading/loaders';

export const metadata: Metadata = { title: 'Model solution', robots: { index: false } };

export default async function Solution({ params }: PageProps<'/solutions/[exerciseId]'>) {
  return <SolutionPage {...await loadSolution((await params).exerciseId)} />;
}
