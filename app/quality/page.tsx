import type { Metadata } from 'next';
import { QualityCourses } from '@/lib/quality/components/quality-courses';
import { loadQualityCourses } from '@/lib/quality/loaders';

export const metadata: Metadata = { title: 'How lessons do', robots: { index: false } };

export default async function Quality() {
  return <QualityCourses courses={await loadQualityCourses()} />;
}
