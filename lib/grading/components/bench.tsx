import { getPython } from '@/lib/browser-python/components/python';
import { PROGRESS_CHANGED } from '@/lib/progress/rules';
import type { SubmissionView } from '../schema';
import { openAdvisor } from './advisor';
import { BenchBelow } from './bench-below';
import type { Bench, BenchActions, BenchState, BenchView } from './bench-state';
import { type PanelExercise, saveDraft } from './draft';
import { openEditor } from './editor';
import { followToVerdict, handIn, resume } from './hand-in';
import { readIntent } from './intent';
import { openRunSession } from './run-session';
import { markOf } from './run-words';
import { postRegrade, postRun, Refusal } from './submission-client';
import { waitingInWords } from './waiting-words';

type Setup = { exercise: PanelExercise; area: HTMLTextAreaElement; box: HTMLElement; host: HTMLElement; describedBy: string; show: (view: Partial<BenchView>) => void };

/**
 * The working part of an exercise: editor, handing in, results, earlier submissions. It is loaded when somebody means
 * to work, and tells the small panel around it what to show.
 */
export function openBench({ exercise, area, box, host, describedBy, show }: Setup): Bench {
  let state: BenchState = { submission: null, advice: null, fresh: false, refusal: null, waitUntil: null, aside: null, undo: null };
  let working = new AbortController();
  let busy = false;
  /** what was last read aloud of a submission that waits */
  let told = '';
  /** counts runs and submissions: advice on an earlier one comes too late */
  let turn = 0;
  /** the code of the last submission: only its own lines are marked */
  let sent = '';

  const set = (change: Partial<BenchState>) => {
    state = { ...state, ...change };
    show({ below: <BenchBelow exerciseId={exercise.id} state={state} actions={actions} session={session} /> });
  };
  const onChange = (code: string) => {
    area.value = code;
    saveDraft({ exercise, code });
  };
  const editor = openEditor({ parent: host, area, label: `Your program for ${exercise.title}`, describedBy, onChange, onSubmit: () => bench.submit() });
  box.dataset.editing = 'yes'; // the style sheet hides the text area

  const session = openRunSession({
    python: getPython(),
    server: postRun,
    says: (says) => show({ says }),
    onChange: (shown) => {
      set({});
      show({ stoppable: shown?.stoppable ?? false });
    },
    onEnd: (answer, { code }) => {
      if (code === area.value) editor.mark(markOf(answer.error));
      if (answer.outcome === 'ran') void advise(code);
    },
  });
  const advisor = openAdvisor({ exerciseId: exercise.id, hasBlanks: exercise.hasBlanks, python: session.python });
  // whoever comes here means to work: Python loads meanwhile
  void session.python.boot().catch(() => {});

  async function advise(code: string): Promise<void> {
    const mine = turn;
    const advice = await advisor.advise(code);
    const shown = session.shown();
    if (advice && mine === turn && shown?.end && shown.program.code === code) set({ advice });
  }

  /** One piece of work with the server at a time; a later one ends the following of an earlier one. */
  async function work(label: string, job: (signal: AbortSignal) => Promise<void>): Promise<void> {
    turn += 1;
    if (session.shown()?.appIsOpen) session.stop();
    else session.clear();
    working.abort();
    working = new AbortController();
    const { signal } = working;
    busy = true;
    told = '';
    set({ refusal: null, waitUntil: null, fresh: false, advice: null });
    show({ busy, label, waits: false, says: label });
    try {
      await job(signal);
    } catch (error) {
      if (!signal.aborted) refuse(error);
    } finally {
      if (!signal.aborted) {
        busy = false;
        show({ busy, label: 'Submit' });
      }
    }
  }

  function refuse(error: unknown): void {
    const refusal = error instanceof Refusal ? error : new Refusal({ kind: 'broken', message: 'Something went wrong on this page. Reload it; your code is safe.' });
    const waitUntil = refusal.kind === 'too-many' ? Date.now() + (refusal.retryAfter ?? 10) * 1000 : null;
    set({ refusal, waitUntil });
    show({ waits: waitUntil !== null, says: refusal.message || 'The site cannot be reached. Your code is safe in this browser.' });
    if (refusal.kind === 'unreachable') window.addEventListener('online', () => bench.submit(), { once: true, signal: working.signal });
  }

  function onView(submission: SubmissionView): void {
    set({ submission, fresh: submission.state === 'graded' });
    if (submission.result) {
      const { error, checks } = submission.result;
      if (sent === area.value) editor.mark(markOf(error ?? checks.find((check) => check.error)?.error));
      void advisor.report({ id: submission.id, code: sent });
      show({ says: submission.result.summary.replaceAll('`', '') });
      window.dispatchEvent(new Event(PROGRESS_CHANGED));
      return;
    }
    // Read aloud when something else begins, not with every place or second less: those are seen.
    const stage = `${submission.state} ${submission.movedAside}`;
    const { title, more } = waitingInWords(submission);
    const says = stage === told ? {} : { says: more ? `${title}. ${more}` : `${title}.` };
    told = stage;
    // Paused may last: whoever wants to go on working may, and may hand in again.
    if (submission.state === 'paused') busy = false;
    show({ busy, label: busy ? 'Grading…' : 'Submit', ...says });
  }

  const put = (code: string, keep: string | null) => {
    editor.replace(code);
    set({ undo: keep });
    editor.focus();
  };
  const actions: BenchActions = {
    restore: (code) => put(code, area.value),
    undo: () => put(state.undo ?? exercise.starter, null),
    retry: () => bench.submit(),
    ready: () => {
      set({ refusal: null, waitUntil: null });
      show({ waits: false });
    },
    goTo: (line) => editor.goTo(line),
    regrade: () => {
      const id = state.submission?.id;
      if (id) void work('Grading…', async (signal) => followToVerdict({ view: await postRegrade(id), intent: null, exerciseId: exercise.id, onView, signal }));
    },
  };
  const bench: Bench = {
    submit: () => {
      if (busy || state.waitUntil) return;
      sent = area.value;
      void work('Sending…', (signal) => handIn({ exerciseId: exercise.id, code: sent, onView, signal }));
    },
    run: () => {
      if (busy) return;
      turn += 1;
      set({ fresh: false, advice: null });
      void session.run({ code: area.value, expected: null });
    },
    stop: session.stop,
    reset: () => {
      if (area.value !== exercise.starter) put(exercise.starter, area.value);
    },
    toggle: (aside) => {
      set({ aside: state.aside === aside ? null : aside });
      const what = aside === 'earlier' ? 'Your earlier submissions are' : 'The model solution is';
      show({ says: state.aside ? `${what} shown below.` : `${what} closed.` });
    },
    resume: () => {
      const intent = readIntent(exercise.id);
      if (!intent || busy) return;
      sent = intent.code;
      void work('Grading…', (signal) => resume({ intent, exerciseId: exercise.id, onView, signal }));
    },
  };
  return bench;
}
