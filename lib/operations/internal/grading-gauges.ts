import { Gauge, type Registry } from 'prom-client';
import type { GradingFigures } from '../schema';

const PREFIX = 'coursewright_';

/** Name → what it tells and its labels. Labels are few and from closed lists; none says anything of a person. */
const GAUGES = {
  database_up: { help: '1 when the figures of grading could be read from the database', labels: [] },
  sandbox_open: { help: '1 when the sandbox of this process is open', labels: ['engine'] },
  workers_alive: { help: 'workers of the queue that live, in all processes; each slot of a sandbox has several', labels: [] },
  submissions_waiting: { help: 'submissions without a verdict', labels: [] },
  submissions_oldest_wait_seconds: { help: 'how long the oldest of them has waited', labels: [] },
  submissions_graded: { help: 'verdicts given in the last hour or day', labels: ['period', 'verdict'] },
  submissions_reused: { help: 'of those, verdicts taken over from the same work', labels: ['period'] },
  advice_compared: { help: 'submissions of the last hour or day whose visible checks ran in the browser, too', labels: ['period'] },
  advice_disagreed: { help: 'of those, how many browser and grader say otherwise of', labels: ['period'] },
  grading_phase_seconds: { help: 'how long a phase of grading took in the last hour or day', labels: ['period', 'phase', 'quantile'] },
  grading_phase_samples: { help: 'of how many submissions that is said', labels: ['period', 'phase'] },
} as const;
type Name = keyof typeof GAUGES;

/** Puts the figures into `registry`, in place of earlier ones. What could not be read is left out rather than 0. */
export function setGradingGauges(registry: Registry, { figures, sandbox }: { figures: GradingFigures | null; sandbox: { open: boolean; engine: string | null } }): void {
  for (const name of Object.keys(GAUGES) as Name[]) gauge(registry, name).reset();
  const set = (name: Name, value: number, labels: Record<string, string> = {}) => gauge(registry, name).set(labels, value);

  set('database_up', figures ? 1 : 0);
  set('sandbox_open', sandbox.open ? 1 : 0, { engine: sandbox.engine ?? 'none' });
  if (!figures) {
    for (const name of ['workers_alive', 'submissions_waiting', 'submissions_oldest_wait_seconds'] as const) gauge(registry, name).remove();
    return;
  }
  set('workers_alive', figures.workers);
  set('submissions_waiting', figures.waiting);
  set('submissions_oldest_wait_seconds', figures.oldestWaitingSeconds);
  for (const period of ['hour', 'day'] as const) {
    const { graded, reused, phases, advice } = figures[period];
    set('advice_compared', advice.compared, { period });
    set('advice_disagreed', advice.disagreed, { period });
    set('submissions_reused', reused, { period });
    for (const [verdict, count] of Object.entries(graded)) set('submissions_graded', count, { period, verdict });
    for (const [phase, { p50, p95, n }] of Object.entries(phases)) {
      set('grading_phase_seconds', p50 / 1000, { period, phase, quantile: '0.5' });
      set('grading_phase_seconds', p95 / 1000, { period, phase, quantile: '0.95' });
      set('grading_phase_samples', n, { period, phase });
    }
  }
}

function gauge(registry: Registry, name: Name): Gauge {
  const known = registry.getSingleMetric(PREFIX + name);
  const { help, labels } = GAUGES[name];
  return (known as Gauge | undefined) ?? new Gauge({ name: PREFIX + name, help, labelNames: labels, registers: [registry] });
}
