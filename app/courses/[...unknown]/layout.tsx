import type { ReactNode } from 'react';
import { NearMatches } from '@/lib/lessons/components/near-matches';
import { loadNearestPages } from '@/lib/lessons/loaders';

/** Every address under /courses that is no page ends here: the layout knows the address, which a not-found page does not. */
export default async function UnknownPageLayout({ params, children }: { params: Promise<{ unknown: string[] }>; children: ReactNode }) {
  const { unknown } = await params;
  return (
    <>
      {children}
      <NearMatches matches={await loadNearestPages(unknown.map(decodeURIComponent).join('/'))} />
    </>
  );
}
