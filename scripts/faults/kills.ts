import { type Chance, oneOf } from './chance';
import { type ContainerParts, findContainers, killNow } from './processes';
import type { BreakableSite } from './site';

export type KillKind = 'learner' | 'checker' | 'container' | 'grader' | 'web' | 'postgres';
/** A kill to come, `at` ms from the start. */
export type PlannedKill = { kind: KillKind; at: number };
/** A kill that hit something. */
export type Kill = { kind: KillKind; at: Date };

/** How many of each in a run of 500 submissions. */
const OF_500: Record<KillKind, number> = { learner: 60, checker: 15, container: 30, grader: 6, web: 6, postgres: 5 };
/** The first submissions arrive in a whole site. */
const FIRST_MS = 2000;
const LOOK_MS = 200;
/** After a death of the grader and the web server together there is no container for a while. */
const GIVE_UP_MS = 30_000;

/** Random moments within `spreadMs`; at least one of each kind. */
export function planKills({ count, spreadMs, chance }: { count: number; spreadMs: number; chance: Chance }): PlannedKill[] {
  const kinds = (Object.keys(OF_500) as KillKind[]).flatMap((kind) => Array<KillKind>(Math.max(1, Math.round((OF_500[kind] * count) / 500))).fill(kind));
  return kinds.map((kind) => ({ kind, at: FIRST_MS + chance() * (spreadMs - FIRST_MS) })).sort((a, b) => a.at - b.at);
}

/** Kills one of `kind` with -9, chosen by chance; waits a while for one to be there. Null when there was none. */
export async function killOne({ kind, site, chance }: { kind: KillKind; site: BreakableSite; chance: Chance }): Promise<Kill | null> {
  for (const until = Date.now() + GIVE_UP_MS; Date.now() < until; ) {
    const at = new Date();
    if (strike({ kind, site, chance })) return { kind, at };
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return null;
}

function strike({ kind, site, chance }: { kind: KillKind; site: BreakableSite; chance: Chance }): boolean {
  if (kind === 'web') return site.web.kill();
  if (kind === 'grader') return oneOf(site.graders, chance)?.kill() ?? false;
  if (kind === 'postgres') return site.killPostgres();
  const owners = [site.web, ...site.graders].map(({ id }) => id).filter((id) => id !== null);
  const target = oneOf(targets(kind, findContainers(owners)), chance);
  return target !== undefined && killNow(target);
}

/** A container dies by its zygote, or by what the engine started first. */
function targets(kind: 'learner' | 'checker' | 'container', containers: ContainerParts[]): number[] {
  if (kind === 'container') return containers.flatMap(({ root, zygote }) => [root, zygote]);
  return containers.filter(({ role }) => role === kind).flatMap(({ children }) => children);
}
