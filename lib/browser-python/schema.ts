// What a page and the Python in its worker say to each other. docs/decisions/0060-python-in-the-browser.md

/** A Python error in the learner's own lines; the shape of grading's LearnerError. */
export type PythonError = {
  type: string;
  message: string;
  line: number | null;
  frames: { line: number; function: string; text: string }[];
  plain: string;
  tryThis: string;
};

/** Where Python in this browser stands. `unfit`: it is not loaded here, and `why` says the cause to the reader in one sentence. */
export type PythonState =
  | { kind: 'cold' }
  /** bytes; total is 0 until it is known */
  | { kind: 'loading'; step: string; loaded: number; total: number }
  | { kind: 'ready'; fromSnapshot: boolean; bootMs: number }
  | { kind: 'failed'; message: string }
  | { kind: 'unfit'; why: string };

/** A route of the learner's app. `line` is where its view begins, when it is in the learner's program. */
export type AppRoute = { rule: string; methods: string[]; endpoint: string; line: number | null };

/** What came of a run in the browser. `value` is the repr of the last line when that is an expression, else null. */
export type BrowserRun = {
  outcome: 'ran' | 'did-not-run' | 'over-limit' | 'stopped';
  stdout: string;
  stderr: string;
  outputTruncated: boolean;
  value: string | null;
  error: PythonError | null;
  limit: 'time' | 'memory' | 'output' | 'processes' | null;
  ms: number;
  /** the Flask app that the program left behind, ready to be visited; null when it made none */
  app: { routes: AppRoute[] } | null;
};

/** How a run tells what happens while it happens. */
export type RunHandlers = {
  onOutput?: (part: { stream: 'stdout' | 'stderr'; text: string }) => void;
  /** `input()` waits for what this gives; null is the end of input */
  onInput?: (prompt: string) => Promise<string | null>;
};

/** One request to the learner's app. `url` is path and query, as the address bar has it; the host is always `localhost`. */
export type AppRequest = { method: string; url: string; headers: [name: string, value: string][]; body: Uint8Array };
export type AppResponse = { status: number; reason: string; headers: [name: string, value: string][]; body: Uint8Array };

/** What happened on the way from the URL to the response, in order. `line` is in the learner's program. */
export type TimelineStep = {
  kind: 'route' | 'no-route' | 'session' | 'before-request' | 'view' | 'template' | 'error' | 'error-handler' | 'after-request' | 'response' | 'teardown';
  /** such as `/read`, `load_user`, `page.html`, `200 OK` */
  name: string;
  line: number | null;
  ms: number;
  /**
   * Names and values as a reader may see them: arguments of the route, context of a template, what a view returns (cut reprs).
   * `why` is a sentence: why no route fits, why Flask refused the request.
   */
  details: { name: string; value: string }[];
};

/** One exchange with the app. `error` is what stopped it with a 500. */
export type AppExchange = { request: AppRequest; response: AppResponse; timeline: TimelineStep[]; error: PythonError | null; stdout: string; ms: number };

/** The verdict of checks that ran in the browser: advice, never stored as one. */
export type AdvisoryCheck = { name: string; status: 'passed' | 'failed' | 'not-run'; message: string; expected: string | null; actual: string | null; error: PythonError | null };
export type Advice = { outcome: 'ran' | 'did-not-run' | 'over-limit' | 'checks-failed-to-run'; checks: AdvisoryCheck[]; error: PythonError | null; ms: number };

/** Python in this page's worker. One per page; every method waits for the boot, which it begins. */
export type Python = {
  state: () => PythonState;
  subscribe: (onChange: () => void) => () => void;
  /** Begins to load Python unless it is there, loading or unfit. @returns whether it got ready */
  boot: () => Promise<boolean>;
  /** Runs a program from a clean start. A run in hand is stopped. `stdin` is what `input()` reads before it asks. @throws Error when Python cannot be had */
  run: (program: { code: string; stdin?: string }, handlers?: RunHandlers) => Promise<BrowserRun>;
  /** Stops what runs: within 100 ms by a signal, else by a new worker. The app of the run before is then gone. */
  stop: () => void;
  /** Asks the app that the last run left behind. @throws Error when there is none, or when it is stopped or takes over 10 seconds */
  visit: (request: AppRequest) => Promise<AppExchange>;
  /** Runs checks against a program of its own; the app of the last run stays. @throws Error when it is stopped or takes over 15 seconds */
  advise: (job: { code: string; checks: string; seed: number }) => Promise<Advice>;
  /** { python: '3.14.2', flask: '3.1.1', … } once ready, for the record of a disagreement */
  versions: () => Record<string, string> | null;
};
