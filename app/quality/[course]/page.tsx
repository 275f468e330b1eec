import type { Metadata } from 'next';
import { CourseQualityPage } from '@/lib/quality/components/course-quality-page';
import { loadCourseQuality } from '@/lib/quality/loaders';

export const metadata: Metadata = { title: 'How the lessons do', robots: { index: false } };

export default async function CourseQuality({ params }: PageProps<'/quality/[course]'>) {
  return <CourseQualityPage {...await loadCourseQuality((await params).course)} />;
}
