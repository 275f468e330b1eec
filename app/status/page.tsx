import type { Metadata } from 'next';
import { StatusPage } from '@/lib/operations/components/status-page';
import { loadStatus } from '@/lib/operations/loaders';

export const metadata: Metadata = { title: 'Status of grading', description: 'Whether grading is open, and how long people wait for a verdict.' };
export const dynamic = 'force-dynamic';

export default async function Status() {
  return <StatusPage {...await loadStatus()} />;
}
