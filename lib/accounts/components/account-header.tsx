import { ButtonLink } from '@/components/button';
import { PageHeader } from '@/components/page-header';
import { canAuthor, canManagePeople } from '@/lib/auth/policy';
import type { Actor } from '@/lib/auth/schema';
import { SignOutForm } from './sign-out-form';

/** The head of the account page, for the signed-in and for guests, who have no account but work of their own. */
export function AccountHeader({ user }: { user: Actor }) {
  if (user.guest) {
    return (
      <PageHeader
        title="Your work as a guest"
        intro="You have no account. What you hand in is kept under a number that only this browser knows."
        actions={
          <>
            <ButtonLink href="/sign-up">Make an account</ButtonLink>
            <ButtonLink href="/sign-in" variant="quiet">
              Sign in
            </ButtonLink>
          </>
        }
      />
    );
  }
  return (
    <PageHeader
      eyebrow={user.email}
      title="Your account"
      actions={
        <>
          <SignOutForm />
          <ButtonLink href="/classrooms" variant="quiet">
            Classrooms
          </ButtonLink>
          {canAuthor(user) && (
            <>
              <ButtonLink href="/quality" variant="quiet">
                How lessons do
              </ButtonLink>
              <ButtonLink href="/agreement" variant="quiet">
                Browser and grader
              </ButtonLink>
            </>
          )}
          {canManagePeople(user) && (
            <ButtonLink href="/admin" variant="quiet">
              Admin
            </ButtonLink>
          )}
        </>
      }
    />
  );
}
