import { adoptGuest } from '@/lib/accounts/mutations';
import { authHandler } from '@/lib/auth/session';

/** E-mail links, GitHub and Google, by next-auth. Passwords have forms of their own (lib/accounts/actions.ts). */
const handler = authHandler(adoptGuest);

export { handler as GET, handler as POST };
