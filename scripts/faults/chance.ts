/** Chance that repeats: the same seed gives the same run of numbers. @see mulberry32, by Tommy Ettinger */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Chance = ReturnType<typeof chanceFrom>;

/** One of the items; undefined when there is none. */
export const oneOf = <T>(items: T[], chance: Chance): T | undefined => items[Math.floor(chance() * items.length)];
