export type Stopwatch = {
  stop: () => void;
  /** whether the time ran out */
  rang: () => boolean;
  /** What is awaited in here does not count. */
  paused: <T>(wait: () => Promise<T>) => Promise<T>;
};

/** Calls `ring` when `ms` have passed. */
export function startStopwatch(ms: number, ring: () => void): Stopwatch {
  let left = ms;
  let began = 0;
  let rang = false;
  let timer: ReturnType<typeof setTimeout>;

  function go(): void {
    began = performance.now();
    timer = setTimeout(() => {
      rang = true;
      ring();
    }, left);
  }

  function halt(): void {
    clearTimeout(timer);
    left -= performance.now() - began;
  }

  let stopped = false;
  go();
  return {
    stop: () => {
      stopped = true;
      halt();
    },
    rang: () => rang,
    paused: async (wait) => {
      halt();
      try {
        return await wait();
      } finally {
        if (!stopped) go();
      }
    },
  };
}
