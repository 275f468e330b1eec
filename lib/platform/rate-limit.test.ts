import { expect, it } from 'vitest';
import { countAgainst, networkOf } from './rate-limit';

it('takes an IPv4 address as it is, and an IPv6 address as its /64, which one customer has whole', () => {
  expect(networkOf('203.0.113.7')).toBe('203.0.113.7');
  expect(networkOf('::ffff:203.0.113.7')).toBe('203.0.113.7');
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
  expect(networkOf('2001:0DB8:1:2::9')).toBe('2001:db8:1:2::/64');
  expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0::/64');
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
  expect(networkOf('2001:db8:1:3::9')).not.toBe(networkOf('2001:db8:1:2::9'));
  for (const odd of ['', 'unknown', '1.2.3', ':::']) expect(networkOf(odd)).toBe('unknown');
});

it('stops a guesser at one place without locking the owner out at another', async () => {
  const email = 'ada@example.com';
  const tryFrom = async (address: string) => {
    await countAgainst('password', `${email} ${address}`);
    await countAgainst('passwordForEmail', email);
  };
  for (let tries = 0; tries < 10; tries += 1) await tryFrom('203.0.113.7');
  await expect(tryFrom('203.0.113.7')).rejects.toMatchObject({ status: 429 });
  await tryFrom('198.51.100.1');
  for (let place = 0; place < 49; place += 1) await tryFrom(`192.0.2.${place}`);
  await expect(tryFrom('192.0.2.200')).rejects.toMatchObject({ status: 429 });
});
