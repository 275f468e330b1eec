import { ButtonLink } from '@/components/button';
import { PageHeader } from '@/components/page-header';

export const metadata = { title: 'Page not found' };

export default function NotFound() {
  return (
    <PageHeader
      eyebrow="404"
      title="There is no page here"
      intro="The address may be mistyped, or the page has moved. Nothing of yours is lost."
      actions={
        <ButtonLink variant="primary" href="/courses">
          See all courses
        </ButtonLink>
      }
    />
  );
}
