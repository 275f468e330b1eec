import type { Metadata } from 'next';
import { PageHeader } from '@/components/page-header';
import { NearMatches } from '@/lib/lessons/components/near-matches';
import { loadNearestPages } from '@/lib/lessons/loaders';

export const metadata: Metadata = { title: 'No lesson at this address', robots: { index: false } };

/**
 * Every address under /courses that is no page ends here. It does not call notFound(): Next answers that with an empty
 * body that only scripts fill. The status 404 is set by scripts/serve (docs/decisions/0042-not-found-pages.md).
 */
export default async function UnknownLessonPage({ params }: PageProps<'/courses/[...unknown]'>) {
  const { unknown } = await params;
  return (
    <>
      <PageHeader eyebrow="404" title="No lesson at this address" intro="It may be mistyped, or the lesson has been renamed. Nothing of yours is lost." />
      <NearMatches matches={await loadNearestPages(unknown.join('/'))} />
    </>
  );
}
