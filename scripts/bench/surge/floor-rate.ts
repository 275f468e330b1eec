import { startFloor } from '../grading/floor';

const CLIENTS = 4;
const WARM_UP = 5;

/** How many of these programs a second the floor grades for four clients, each with a warm Python of its own. */
export async function floorRate({ rootfs, checks, programs, seconds }: { rootfs: string; checks: string; programs: string[]; seconds: number }): Promise<number> {
  const floors = await Promise.all(Array.from({ length: CLIENTS }, () => startFloor(rootfs)));
  try {
    let next = 0;
    const grade = async (floor: (typeof floors)[number]) => floor.grade({ code: programs[next++ % programs.length] ?? '', checks, seed: next });
    await Promise.all(floors.map(async (floor) => {
      for (let index = 0; index < WARM_UP; index += 1) await grade(floor);
    }));
    let graded = 0;
    const began = performance.now();
    await Promise.all(floors.map(async (floor) => {
      while (performance.now() - began < seconds * 1000) {
        await grade(floor);
        graded += 1;
      }
    }));
    return graded / ((performance.now() - began) / 1000);
  } finally {
    for (const floor of floors) floor.close();
  }
}
