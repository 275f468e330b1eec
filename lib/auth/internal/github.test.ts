import { expect, it } from 'vitest';
import { chooseGitHubEmail } from './github';

it('chooses the primary address at GitHub only when it is verified, else another verified one', () => {
  const [primary, other] = [{ email: 'Victim@Example.com', primary: true, verified: false }, { email: 'mine@example.com', primary: false, verified: true }];
  expect(chooseGitHubEmail([{ ...primary, verified: true }, other])).toBe('victim@example.com');
  expect(chooseGitHubEmail([primary, other])).toBe('mine@example.com');
  expect(chooseGitHubEmail([primary])).toBeNull();
  for (const odd of [[], null, { message: 'Bad credentials' }, [{ email: 1, verified: true }]]) expect(chooseGitHubEmail(odd)).toBeNull();
});
