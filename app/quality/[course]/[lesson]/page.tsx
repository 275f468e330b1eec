import type { Metadata } from 'next';
import { LessonQualityPage } from '@/lib/quality/components/lesson-quality-page';
import { loadLessonQuality } from '@/lib/quality/loaders';

export const metadata: Metadata = { title: 'How a lesson does', robots: { index: false } };

export default async function LessonQuality({ params, searchParams }: PageProps<'/quality/[course]/[lesson]'>) {
  return <LessonQualityPage {...await loadLessonQuality({ ...(await params), params: await searchParams })} />;
}
