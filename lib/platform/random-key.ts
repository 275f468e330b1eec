/**
 * A key that nothing else has: 128 random bits as hex. Unlike `crypto.randomUUID` it also works in a browser on plain
 * http, as on a school's own network.
 */
export function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
