import { median } from '../statistics';

const BLOCKS = 5;
const BLOCK_MS = 1500;
const TRIAL_MS = 800;

/** Grades one submission; true when the verdict is the right one. */
export type Grade = (seed: number) => Promise<boolean>;

export type Throughput = { ours: number; floor: number; ratio: number };

/** Submissions per second that `clients` get when each hands in the next one as soon as it has a verdict. */
export async function perSecond({ clients, ms, grade }: { clients: number; ms: number; grade: Grade }): Promise<number> {
  const began = performance.now();
  let graded = 0;
  const client = async () => {
    while (performance.now() - began < ms) {
      if (!(await grade(graded))) throw new Error('a wrong verdict under load');
      graded += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return (graded / (performance.now() - began)) * 1000;
}

/** Short blocks of both in turn, so that both meet the same machine; medians of the blocks, and of the quotient of neighbours. */
export async function compareThroughput({ clients, ours, floor }: { clients: number; ours: Grade; floor: Grade }): Promise<Throughput> {
  const blocks: { ours: number; floor: number }[] = [];
  for (let block = 0; block <= BLOCKS; block += 1) {
    const measured = { ours: await perSecond({ clients, ms: BLOCK_MS, grade: ours }), floor: await perSecond({ clients, ms: BLOCK_MS, grade: floor }) };
    if (block > 0) blocks.push(measured); // the first one warms up
  }
  return {
    ours: median(blocks.map((block) => block.ours)),
    floor: median(blocks.map((block) => block.floor)),
    ratio: median(blocks.map((block) => block.ours / block.floor)),
  };
}

/** How many floors at once grade most for so many clients. */
export async function bestCount({ clients, candidates, gradeWith }: { clients: number; candidates: number[]; gradeWith: (count: number) => Grade }): Promise<number> {
  let best = { count: candidates[0] ?? 1, rate: 0 };
  for (const count of candidates) {
    const rate = await perSecond({ clients, ms: TRIAL_MS, grade: gradeWith(count) });
    if (rate > best.rate) best = { count, rate };
  }
  return best.count;
}
