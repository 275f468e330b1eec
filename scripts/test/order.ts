type Runs = { name: string; light?: true };

/** Of the light ones this takes longest: begun first, it ends with the others. */
const LONGEST = 'agreement';
const LIGHT_AT_ONCE = 2;

/**
 * Runs suites: first the light ones, two at a time, then each of the others by itself, for those use both processors or
 * measure time.
 * @returns what came of each, in the order given
 */
export async function runInOrder<S extends Runs, T>({ suites, run }: { suites: S[]; run: (suite: S) => Promise<T> }): Promise<T[]> {
  const results = new Map<S, T>();
  const light = suites.filter((suite) => suite.light).sort((a, b) => Number(b.name === LONGEST) - Number(a.name === LONGEST));
  const lane = async (waiting: S[]) => {
    for (let suite = waiting.shift(); suite; suite = waiting.shift()) results.set(suite, await run(suite));
  };
  await Promise.all(Array.from({ length: LIGHT_AT_ONCE }, () => lane(light)));
  await lane(suites.filter((suite) => !suite.light));
  return suites.map((suite) => results.get(suite) as T);
}
