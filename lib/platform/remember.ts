/**
 * Reads something at most once in `ms`, however many ask: who asks while it is being read gets the same answer, and so
 * does who asks soon after. A failure is remembered as long, so that what is down is not hammered.
 * @param now in ms
 */
export function rememberFor<T>({ ms, read, now = Date.now }: { ms: number; read: () => Promise<T>; now?: () => number }): () => Promise<T> {
  let last: { until: number; answer: Promise<T> } | null = null;
  return () => {
    if (!last || now() >= last.until) {
      const answer = read();
      const current = { until: Infinity, answer };
      last = current;
      const settle = () => (current.until = now() + ms);
      answer.then(settle, settle);
    }
    return last.answer;
  };
}
