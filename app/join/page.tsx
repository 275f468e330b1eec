import type { Metadata } from 'next';
import { PageHeader } from '@/components/page-header';
import { CodeForm } from '@/lib/classrooms/components/code-form';
import { loadJoin } from '@/lib/classrooms/loaders';

export const metadata: Metadata = { title: 'Join a classroom', robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function JoinPage({ searchParams }: Props) {
  const { code, error } = await loadJoin(await searchParams);
  return (
    <>
      <PageHeader title="Join a classroom" intro="Write the code your instructor gave you. Capitals and the hyphen do not matter." />
      <CodeForm code={code} error={error} />
    </>
  );
}
