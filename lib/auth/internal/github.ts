import GitHubProvider from 'next-auth/providers/github';
import { z } from 'zod';

/**
 * next-auth's GitHub, except for the address: GitHub lets people show one that they never proved, so the profile's is
 * replaced by one that GitHub lists as verified, or by none.
 */
export function gitHubProvider(keys: { clientId: string; clientSecret: string }) {
  return GitHubProvider({
    ...keys,
    userinfo: {
      url: 'https://api.github.com/user',
      async request({ client, tokens }) {
        const profile = await client.userinfo(tokens.access_token ?? '');
        const answer = await fetch('https://api.github.com/user/emails', { headers: { Authorization: `token ${tokens.access_token}` } });
        return { ...profile, email: answer.ok ? (chooseGitHubEmail(await answer.json()) ?? undefined) : undefined };
      },
    },
  });
}

const gitHubEmails = z.array(z.object({ email: z.string(), primary: z.boolean().optional(), verified: z.boolean() }));

/** From GitHub's list of somebody's addresses the primary one if it is verified, else any verified one, else null. */
export function chooseGitHubEmail(list: unknown): string | null {
  const verified = (gitHubEmails.safeParse(list).data ?? []).filter((entry) => entry.verified);
  return (verified.find((entry) => entry.primary) ?? verified[0])?.email.toLowerCase() ?? null;
}
