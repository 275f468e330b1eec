import { createHash } from 'node:crypto';

/** Draws that are the same on every run for the same words, so that a demo can be described and tested. */
export function dice(seed: string) {
  let drawn = 0;
  /** a number from 0 up to but not including 1 */
  const roll = (): number => {
    const digest = createHash('sha256').update(`${seed} ${drawn}`).digest();
    drawn += 1;
    return digest.readUInt32BE() / 2 ** 32;
  };
  return { roll, pick: <T>(items: readonly T[]): T | undefined => items[Math.floor(roll() * items.length)] };
}
