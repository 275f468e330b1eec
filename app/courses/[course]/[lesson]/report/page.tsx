import type { Metadata } from 'next';
import { ReportPage } from '@/lib/quality/components/report-page';
import { loadReportForm } from '@/lib/quality/loaders';

export const metadata: Metadata = { title: 'Something is wrong here', robots: { index: false } };

export default async function Report({ params, searchParams }: PageProps<'/courses/[course]/[lesson]/report'>) {
  return <ReportPage {...await loadReportForm({ ...(await params), params: await searchParams })} />;
}
