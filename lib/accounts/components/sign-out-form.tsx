import { Button } from '@/components/button';
import { signOut, signOutEverywhere } from '../actions';

/** Signs out here, or on every device. */
export function SignOutForm({ everywhere = false }: { everywhere?: boolean }) {
  return (
    <form action={everywhere ? signOutEverywhere : signOut}>
      <Button>{everywhere ? 'Sign out everywhere' : 'Sign out'}</Button>
    </form>
  );
}
