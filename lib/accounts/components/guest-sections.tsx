import { SettingsSection } from '@/components/settings-section';
import { ExportLink } from './export-link';
import { DeleteGuestForm, MoveGuestForm } from './guest-forms';

/** What a guest can do about their own data. */
export function GuestSections() {
  return (
    <>
      <SettingsSection title="Your data" text="Submissions with their code, quiz attempts, progress and visits, as one JSON file.">
        <ExportLink />
      </SettingsSection>
      <SettingsSection title="Delete your work" text="This cannot be undone. Download your data first if you may want it.">
        <p>All you did here as a guest is deleted at once. Clearing your cookies instead only makes this browser forget it.</p>
        <DeleteGuestForm />
      </SettingsSection>
    </>
  );
}

/** For somebody signed in by a link that was not asked for in this browser: what was done here before as a guest may be somebody else's. */
export function LeftGuestSection({ email }: { email: string | null }) {
  return (
    <SettingsSection title="Work done here as a guest" text="Somebody worked in this browser without an account. You were signed in by a link that was not asked for here, so that work was not moved.">
      <p>If it is yours, and {email ?? 'this'} is your account, move it here.</p>
      <MoveGuestForm />
      <DeleteGuestForm />
    </SettingsSection>
  );
}
