let lose: (() => void) | null = null;

/**
 * There is one Python in a page, and it keeps the app of its last run. Whoever runs next takes that place.
 * @param onLoss called when somebody else does
 */
export function takeTheApp(onLoss: () => void): void {
  if (lose !== onLoss) lose?.();
  lose = onLoss;
}
