import { Callout } from '@/components/callout';
import { SettingsSection } from '@/components/settings-section';
import type { Actor } from '@/lib/auth/schema';
import { joinNames } from '@/lib/classrooms/rules';
import { ChangePasswordForm, DeleteAccountForm, ProfileForm } from './account-forms';
import { ExportLink } from './export-link';
import { LeftGuestSection } from './guest-sections';
import { SignOutForm } from './sign-out-form';

type Props = {
  user: Actor;
  security: { hasPassword: boolean; providers: string[]; sessions: number };
  /** names of the classrooms that would go with the account */
  solelyTaught: string[];
  lastAdmin: boolean;
  /** this browser carries a guest whose work was not moved when the person signed in */
  hasGuestWork: boolean;
};

export function AccountSections({ user, security, solelyTaught, lastAdmin, hasGuestWork }: Props) {
  return (
    <>
      {hasGuestWork && <LeftGuestSection email={user.email} />}
      <SettingsSection title="Profile">
        <ProfileForm name={user.name ?? ''} />
        {user.roles.length > 0 && <p>Your roles here: {['learner', ...user.roles].join(', ')}.</p>}
      </SettingsSection>
      <SettingsSection title="Password" text="A new password signs your other devices out.">
        <ChangePasswordForm hasPassword={security.hasPassword} email={user.email ?? ''} />
        {security.providers.length > 0 && <p>You can also sign in with {security.providers.map(nameProvider).join(' and ')}.</p>}
      </SettingsSection>
      <SettingsSection title="Devices" text="For a lost phone, or a computer in a library.">
        <p>{security.sessions === 1 ? 'You are signed in on this device only.' : `You are signed in on ${security.sessions} devices, this one included.`}</p>
        <SignOutForm everywhere />
      </SettingsSection>
      <SettingsSection title="Your data" text="Profile, submissions with their code, quiz attempts, progress, visits and classrooms, as one JSON file.">
        <ExportLink />
      </SettingsSection>
      <SettingsSection title="Delete account" text="This cannot be undone. Download your data first if you may want it.">
        {lastAdmin ? (
          <Callout tone="warn" title="You are the last admin">
            <p>Make somebody else an admin first; then you can delete your account.</p>
          </Callout>
        ) : (
          <>
            <p>Your profile, all your submissions, attempts and progress are deleted at once, and you leave every classroom.</p>
            {solelyTaught.length > 0 && (
              <Callout tone="warn" title={solelyTaught.length === 1 ? 'A classroom goes with it' : `${solelyTaught.length} classrooms go with it`}>
                <p>You are the only instructor of {joinNames(solelyTaught.map((name) => `“${name}”`))}. Add a co-instructor first to keep {solelyTaught.length === 1 ? 'it' : 'them'}. Learners keep their own work either way.</p>
              </Callout>
            )}
            <DeleteAccountForm />
          </>
        )}
      </SettingsSection>
    </>
  );
}

const nameProvider = (id: string): string => ({ github: 'GitHub', google: 'Google' })[id] ?? id;
