import type { Metadata } from 'next';
import { EmptyState } from '@/components/empty-state';
import { PageHeader } from '@/components/page-header';
import { Pagination } from '@/components/pagination';
import { PeopleTable } from '@/lib/auth/components/people-table';
import { SearchForm } from '@/lib/auth/components/search-form';
import { loadPeople } from '@/lib/auth/loaders';

export const metadata: Metadata = { title: 'People', robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AdminPage({ searchParams }: Props) {
  const { people, total, query, page, pages } = await loadPeople(await searchParams);
  return (
    <>
      <PageHeader eyebrow="Admin" title="People" intro={query ? `${total} found for “${query}”.` : `${total} with an account. Guests are not listed.`} />
      <SearchForm query={query} />
      {people.length > 0 ? <PeopleTable people={people} /> : <EmptyState title="Nobody found">Try a part of the name or of the address.</EmptyState>}
      <Pagination page={page} pages={pages} href={(number) => `/admin?${new URLSearchParams({ ...(query ? { q: query } : {}), page: String(number) })}`} />
    </>
  );
}
