'use client';

import { Button, ButtonLink } from '@/components/button';
import { PageHeader } from '@/components/page-header';

/** What happened, what is safe, and what to do. `digest` finds the fault in the server's log. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <PageHeader
      eyebrow={error.digest ? `Fault ${error.digest}` : 'Fault'}
      title="That did not work, and it is our fault"
      intro="What you handed in before is stored. Try again; if it keeps failing, tell the people who run this site, with the number above."
      actions={
        <>
          <Button type="button" variant="primary" onClick={reset}>
            Try again
          </Button>
          <ButtonLink href="/courses">See all courses</ButtonLink>
        </>
      }
    />
  );
}
