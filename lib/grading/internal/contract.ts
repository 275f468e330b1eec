import { z } from 'zod';

/**
 * Contract v1 between Node and the containers: what travels in the frames of sandbox/contract/README.md. The learner's
 * side is hostile until proven otherwise, so every text is cut and cleaned on its way in.
 */
export const CONTRACT = 1;

const version = z.literal(CONTRACT);
/** JSON as text, passed on unread: parsing it here would round Python's whole numbers beyond 2^53. */
const jsonText = z.string();
const MAX_VALUE_CHARACTERS = 512 * 1024;
/** of one value given to a template, as in sandbox/runner/templates.py */
const MAX_TEMPLATE_CHARACTERS = 64 * 1024;

/** Postgres refuses NUL, JSON.stringify and browsers stumble over half a surrogate pair; a learner can send both. */
export function cleanText(text: string): string {
  return text.replace(/\0|\p{Surrogate}/gu, '\u{FFFD}');
}

const text = (max: number) => z.string().transform((value) => cleanText(value.slice(0, max)));
const shownText = text(4000);

const learnerError = z.object({
  type: text(100),
  message: text(1000),
  line: z.number().int().nullable(),
  frames: z.array(z.object({ line: z.number().int(), function: text(200), text: text(200) })).max(12),
  plain: text(1000),
  tryThis: text(1000),
});

// ---- learner's container → Node ----

const loaded = z.object({ v: version, type: z.literal('loaded'), error: learnerError.nullable() });
/** A template the answer was made with, and what it was given; `value` is null when JSON has no word for it. */
const rendered = z.object({
  name: text(200).nullable().describe('null: render_template_string'),
  context: z.array(z.object({ name: text(200), kind: text(200), value: jsonText.max(MAX_TEMPLATE_CHARACTERS).nullable() })).max(50),
});
const response = z.object({
  v: version,
  type: z.literal('response'),
  id: z.number().int(),
  status: z.number().int(),
  headers: z.array(z.tuple([text(200), text(8192)])).max(100),
  body: z.base64(),
  error: learnerError.nullable(),
  note: text(1000).nullable().describe('why Flask refused the request, when a line of the program was the reason'),
  templates: z.array(rendered).max(10),
});
const value = z.object({ v: version, type: z.literal('value'), id: z.number().int(), value: jsonText.max(MAX_VALUE_CHARACTERS), error: learnerError.nullable() });
const routes = z.object({
  v: version,
  type: z.literal('routes'),
  id: z.number().int(),
  routes: z.array(z.object({ rule: text(500), methods: z.array(text(20)).max(20), endpoint: text(200), line: z.number().int().nullable() })).max(500),
  remarks: z.array(z.object({ view: text(200), line: z.number().int(), text: text(500) })).max(20).describe('what the source tells of a view ("": of the app) that explains a failure'),
  error: learnerError.nullable(),
});
/** instead of an answer: the program noticed its own time running out and says where it was */
const stopped = z.object({ v: version, type: z.literal('stopped'), limit: z.literal('time'), error: learnerError });

export const learnerMessage = z.discriminatedUnion('type', [loaded, response, value, routes, stopped]);
export type LearnerMessage = z.infer<typeof learnerMessage>;

// ---- checker's container → Node ----

const question = z.discriminatedUnion('type', [
  z.object({ v: version, type: z.literal('request'), id: z.number().int(), method: z.string(), path: z.string(), query: z.string(), headers: z.array(z.tuple([z.string(), z.string()])), body: z.base64() }),
  z.object({ v: version, type: z.literal('call'), id: z.number().int(), function: z.string(), args: jsonText, kwargs: jsonText }),
  z.object({ v: version, type: z.literal('run'), id: z.number().int(), stdin: z.string() }),
  z.object({ v: version, type: z.literal('sign-session'), id: z.number().int(), session: jsonText }),
  z.object({ v: version, type: z.literal('config'), id: z.number().int(), name: z.string() }),
  z.object({ v: version, type: z.literal('routes'), id: z.number().int() }),
]);
export type Question = z.infer<typeof question>;

const names = z.object({ v: version, type: z.literal('names'), names: z.array(z.string()).min(1) });
const ask = z.object({ v: version, type: z.literal('ask'), check: z.number().int(), question });
const result = z.object({
  v: version,
  type: z.literal('result'),
  check: z.number().int(),
  name: z.string(),
  status: z.enum(['passed', 'failed', 'not-run']),
  message: shownText,
  expected: shownText.nullable(),
  actual: shownText.nullable(),
  error: learnerError.nullable(),
});
/** The checks spoke with the program themselves, and it will not answer any more; `error` is what it says of that. */
const lost = z.object({ v: version, type: z.literal('lost'), how: z.enum(['closed', 'protocol', 'output', 'stopped']), error: learnerError.nullable() });
const done = z.object({ v: version, type: z.literal('done') });
/** checks.py itself is wrong */
const fault = z.object({ v: version, type: z.literal('fault'), message: text(2000), line: z.number().int().nullable(), text: text(200).nullable() });

export const checkerMessage = z.discriminatedUnion('type', [names, ask, lost, result, done, fault]);
export type CheckerMessage = z.infer<typeof checkerMessage>;

// ---- Node → containers ----

export const learnerCommand = z.discriminatedUnion('type', [
  z.object({ v: version, type: z.literal('load'), mode: z.enum(['grade', 'run']), source: z.string(), stdin: z.string(), seconds: z.number() }),
  ...question.options,
]);
export type LearnerCommand = z.infer<typeof learnerCommand>;

/** Answers go on with what was printed meanwhile. */
const printed = { stdout: z.string() };

export const checkerCommand = z.discriminatedUnion('type', [
  z.object({ v: version, type: z.literal('check'), checks: z.string(), source: z.string(), seed: z.number().int() }),
  z.object({
    v: version,
    type: z.literal('begin'),
    stdout: z.string(),
    direct: z.object({ output_bytes: z.int() }).optional().describe('the checks may speak with the program themselves; it may still print so much'),
  }),
  response.extend(printed),
  value.extend(printed),
  routes.extend(printed),
  z.object({ v: version, type: z.literal('gone') }),
]);
export type CheckerCommand = z.infer<typeof checkerCommand>;

// ---- zygote ↔ Node ----

export const ready = z.object({ v: version, type: z.literal('ready'), namespaces: z.boolean(), landlock: z.number().int(), python: z.string(), flask: z.string() });
export type Ready = z.infer<typeof ready>;

/** What the job's process may use. */
export const jobStart = z.object({
  wall_seconds: z.number(),
  cpu_seconds: z.int(),
  memory_mb: z.int(),
  output_kb: z.int(),
  word: z.string().optional().describe('to the checker: with it the line to the program will be brought (sandbox/runner/link.py)'),
  work: z.string().optional().describe('to the checker: jobs of the same work may be done by the same process, one after the other'),
  quick_ms: z.number().optional().describe('after so much time of its own, computing or idle, the zygote says once that the process is slow (S)'),
});
export type JobStart = z.infer<typeof jobStart>;

/** To the learner's zygote: whom to bring the line to its program. */
export const lineOffer = z.object({ to: z.string(), word: z.string() });
export type LineOffer = z.infer<typeof lineOffer>;
/** Its answer. */
export const linked = z.object({ linked: z.boolean() });

/** What a job's process has used, measured by the zygote, not claimed by the program. */
export const measured = z.object({
  cpu_ms: z.number(),
  wall_ms: z.number(),
  rss_kb: z.number(),
  output_bytes: z.int(),
  fork_ms: z.number().describe('how long the job waited for its process to be ready'),
});
export type Measured = z.infer<typeof measured>;

/** How one job's process ended. */
export const finished = measured.extend({
  v: version,
  type: z.literal('finished'),
  confined: z.boolean().describe('false: the sandbox could not be closed around the process, so no program was loaded'),
  limit: z.enum(['time', 'output', 'protocol']).nullable().describe('protocol: the process broke the rules of this contract'),
  signal: z.number().int().nullable().describe('what killed it, when it was not us'),
  exit: z.number().int().nullable(),
});
export type Finished = z.infer<typeof finished>;
