import { PageHeader } from '@/components/page-header';

export default function UnknownLesson() {
  return <PageHeader eyebrow="404" title="There is no such lesson" intro="The address may be mistyped, or the lesson has been renamed. Nothing of yours is lost." />;
}
