// Vitest runs outside Next: the marker import has nothing to guard there.
export {};
