import type { EngineReport, Failure, Figures } from './engine-run';

/** one engine may be blind to what another shows */
const ENOUGH_ENGINES = 2;

/** Of all engines together: `attacks` is cases × engines tried, and the other figures count the same pairs. */
export type Summary = {
  engines: string[];
  cases: number;
  attacks: number;
  contained: number;
  forged: number;
  next_job_ok: number;
  ok: boolean;
  why: string;
  by_engine: Record<string, Figures>;
  not_tried: Record<string, string>;
  failures: (Failure & { engine: string })[];
};

export function summary({ cases, reports }: { cases: number; reports: EngineReport[] }): Summary {
  const tried = reports.flatMap(({ engine, figures }) => (figures ? [{ engine, figures }] : []));
  const sum = (name: 'attacks' | 'contained' | 'forged' | 'next_job_ok') => tried.reduce((total, { figures }) => total + figures[name], 0);
  const figures = { attacks: sum('attacks'), contained: sum('contained'), forged: sum('forged'), next_job_ok: sum('next_job_ok') };
  const missing = reports.flatMap(({ engine, missing: reason }) => (reason ? [[engine, reason] as const] : []));
  const failures = reports.flatMap(({ engine, failures: those }) => those.map((failure) => ({ engine, ...failure })));
  const wrong = [
    tried.length < ENOUGH_ENGINES && `only ${tried.length} of at least ${ENOUGH_ENGINES} engines could be tried (${missing.map(([engine, reason]) => `${engine} ${reason}`).join('; ')})`,
    cases === 0 && 'there was no case',
    figures.contained < figures.attacks && `${figures.attacks - figures.contained} were not contained`,
    figures.forged > 0 && `${figures.forged} were forged`,
    figures.next_job_ok < figures.attacks && `${figures.attacks - figures.next_job_ok} harmed the next job`,
    failures.length > 0 && `failures: ${failures.map(({ engine, name }) => `${name} on ${engine}`).join(', ')}`,
  ].filter((text) => text !== false);
  return {
    engines: tried.map(({ engine }) => engine),
    cases,
    ...figures,
    ok: wrong.length === 0,
    why: wrong.join('; '),
    by_engine: Object.fromEntries(tried.map(({ engine, figures: those }) => [engine, those])),
    not_tried: Object.fromEntries(missing),
    failures,
  };
}
