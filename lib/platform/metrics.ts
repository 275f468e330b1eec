import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** Upper ends of the classes a request's duration falls in, in seconds: a verdict may take some, a page should not. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

type Metrics = { registry: Registry; requests: Histogram<'route' | 'method' | 'status'> };

// One registry per process: the server counts requests outside of Next, the page of metrics is inside it.
const shared = globalThis as typeof globalThis & { coursewrightMetrics?: Metrics };

/** What this process measures of itself. docs/decisions/0055-status-and-metrics.md */
export function metrics(): Metrics {
  shared.coursewrightMetrics ??= open();
  return shared.coursewrightMetrics;
}

function open(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const name = 'coursewright_http_request_duration_seconds';
  const help = 'how long requests took that were not answered with a ready-made file';
  return { registry, requests: new Histogram({ name, help, labelNames: ['route', 'method', 'status'], buckets: BUCKETS, registers: [registry] }) };
}
