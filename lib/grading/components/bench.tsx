import { PROGRESS_CHANGED } from '@/lib/progress/rules';
import type { SubmissionView } from '../schema';
import { BenchBelow } from './bench-below';
import type { Bench, BenchActions, BenchState, BenchView, Work } from './bench-state';
import { type PanelExercise, saveDraft } from './draft';
import { openEditor } from './editor';
import { followToVerdict, handIn, resume } from './hand-in';
import { readIntent } from './intent';
import { postRegrade, postRun, Refusal } from './submission-client';
import { waitingInWords } from './waiting-words';

type Setup = { exercise: PanelExercise; area: HTMLTextAreaElement; box: HTMLElement; host: HTMLElement; describedBy: string; show: (view: Partial<BenchView>) => void };

/**
 * The working part of an exercise: editor, handing in, results, earlier submissions. It is loaded when somebody means
 * to work, and tells the small panel around it what to show.
 */
export function openBench({ exercise, area, box, host, describedBy, show }: Setup): Bench {
  let state: BenchState = { submission: null, run: null, fresh: false, refusal: null, wait: null, aside: null, undo: null };
  let working = new AbortController();
  let busy = false;
  /** what was last read aloud of a submission that waits */
  let told = '';
  const waitsUntil: Record<Work, number> = { submit: 0, run: 0 };
  /** what was asked for last: trying again means this */
  let again = () => {};

  const set = (change: Partial<BenchState>) => {
    state = { ...state, ...change };
    show({ below: <BenchBelow exerciseId={exercise.id} state={state} actions={actions} /> });
  };
  const onChange = (code: string) => {
    area.value = code;
    saveDraft({ exercise, code });
  };
  const editor = openEditor({ parent: host, area, label: `Your program for ${exercise.title}`, describedBy, onChange, onSubmit: () => bench.submit() });
  box.dataset.editing = 'yes'; // the style sheet hides the text area

  /** One piece of work with the server at a time; a later one ends the following of an earlier one. */
  async function work(label: string, job: (signal: AbortSignal) => Promise<void>, what: Work = 'submit'): Promise<void> {
    working.abort();
    working = new AbortController();
    const { signal } = working;
    busy = true;
    told = '';
    set({ refusal: null, fresh: false });
    show({ busy, label: what === 'run' ? 'Submit' : label, says: label });
    try {
      await job(signal);
    } catch (error) {
      if (!signal.aborted) refuse(error, what);
    } finally {
      if (!signal.aborted) {
        busy = false;
        show({ busy, label: 'Submit' });
      }
    }
  }

  function refuse(error: unknown, what: Work): void {
    const refusal = error instanceof Refusal ? error : new Refusal({ kind: 'broken', message: 'Something went wrong on this page. Reload it; your code is safe.' });
    const wait = refusal.kind === 'too-many' ? { what, until: Date.now() + (refusal.retryAfter ?? 10) * 1000 } : null;
    if (wait) hold(wait);
    set({ refusal, wait });
    show({ says: refusal.message || 'The site cannot be reached. Your code is safe in this browser.' });
    if (refusal.kind === 'unreachable') window.addEventListener('online', () => again(), { once: true, signal: working.signal });
  }

  /** The button of what was refused waits; the other one goes on working. */
  function hold({ what, until }: { what: Work; until: number }): void {
    waitsUntil[what] = until;
    const tell = () => show({ waits: (['submit', 'run'] as const).filter((one) => Date.now() < waitsUntil[one]) });
    tell();
    setTimeout(tell, until - Date.now() + 1);
  }

  function onView(submission: SubmissionView): void {
    set({ submission, run: null, fresh: submission.state === 'graded' });
    if (submission.result) {
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
    retry: () => again(),
    ready: () => set({ refusal: null, wait: null }),
    regrade: () => {
      const id = state.submission?.id;
      if (id) void work('Grading…', async (signal) => followToVerdict({ view: await postRegrade(id), intent: null, exerciseId: exercise.id, onView, signal }));
    },
  };
  const bench: Bench = {
    submit: () => {
      if (busy || Date.now() < waitsUntil.submit) return;
      again = bench.submit;
      void work('Sending…', (signal) => handIn({ exerciseId: exercise.id, code: area.value, onView, signal }));
    },
    run: () => {
      if (busy || Date.now() < waitsUntil.run) return;
      again = bench.run;
      const job = async () => {
        set({ run: await postRun({ code: area.value }) });
        show({ says: 'The program has run. Nothing was graded.' });
      };
      void work('Running…', job, 'run');
    },
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
      again = bench.submit;
      if (intent && !busy) void work('Grading…', (signal) => resume({ intent, exerciseId: exercise.id, onView, signal }));
    },
  };
  return bench;
}
