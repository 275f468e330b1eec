/** The value below which a share of the samples lie (nearest rank). */
export function quantile(samples: number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

export const median = (samples: number[]): number => quantile(samples, 0.5);

export const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));

export const p95 = (samples: number[]): number => quantile(samples, 0.95);

/** The variants in another order each round, so that none is always measured after the same one. */
export function shuffled<T>(items: T[]): T[] {
  return items.map((item) => ({ item, at: Math.random() })).sort((a, b) => a.at - b.at).map(({ item }) => item);
}
