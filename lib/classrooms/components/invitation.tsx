import { ButtonLink } from '@/components/button';
import { Callout } from '@/components/callout';
import { joinNames } from '../rules';
import type { CourseName, Invitation, Member } from '../schema';
import { JoinForm } from './classroom-forms';
import styles from './invitation.module.css';

type Props = { code: string; invitation: Invitation; course: CourseName; membership: Member['role'] | null; signedIn: boolean; signInHref: string; signUpHref: string };

/** What joining means, and the one thing to do next. */
export function InvitationCard({ code, invitation, course, membership, signedIn, signInHref, signUpHref }: Props) {
  const teachers = joinNames(invitation.instructors);
  if (invitation.archived) return <Callout tone="warn" title="This classroom is archived, so nobody can join it any more." />;
  if (membership === 'instructor') return <Callout title="You teach this classroom. This is the page your learners see." />;
  if (membership === 'learner') {
    return (
      <Callout tone="good" title="You are in this classroom already.">
        {course.href && <ButtonLink href={course.href}>Go to the course</ButtonLink>}
      </Callout>
    );
  }
  return (
    <div className={styles.invitation}>
      <p>
        Once you have joined, {teachers} can see your name, your e-mail address, and your progress, submissions and quiz scores in this course, also those from before. You can leave at any
        time.
      </p>
      {signedIn ? (
        <JoinForm code={code} />
      ) : (
        <div className={styles.ways}>
          <p>To join, you need an account. What you did here as a guest moves to it.</p>
          <ButtonLink href={signUpHref} variant="primary">
            Make an account
          </ButtonLink>
          <ButtonLink href={signInHref}>Sign in</ButtonLink>
        </div>
      )}
    </div>
  );
}
