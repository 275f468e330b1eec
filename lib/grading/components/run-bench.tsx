import type { ReactNode, RefObject } from 'react';
import { getPython } from '@/lib/browser-python/components/python';
import type { Editor } from './editor';
import { markListing } from './listing';
import { openRunSession } from './run-session';
import { RunStage } from './run-stage';
import { markOf } from './run-words';
import { postRun } from './submission-client';

export type RunView = { stoppable: boolean; editing: boolean; below: ReactNode; says: string };
export type RunBench = { run: () => void; stop: () => void; toggle: () => void };

type Setup = {
  code: string;
  expectedOutput: string;
  /** the address of the example's app that Run opens */
  open?: string;
  area: RefObject<HTMLTextAreaElement | null>;
  host: RefObject<HTMLDivElement | null>;
  describedBy: string;
  show: (view: Partial<RunView>) => void;
};

/** The working part of an example: runs the program, or the reader's own copy of it, in this browser or on the server. */
export function openRunBench({ code, expectedOutput, open, area, host, describedBy, show }: Setup): RunBench {
  let editing = false;
  let editor: Editor | null = null;

  const session = openRunSession({
    python: getPython(),
    server: postRun,
    says: (says) => show({ says }),
    onChange: (shown) => show({ stoppable: shown?.stoppable ?? false, below: <RunStage session={session} open={open} onLine={goTo} /> }),
    onEnd: (answer, program) => {
      if (editing && program.code === area.current?.value) editor?.mark(markOf(answer.error));
    },
    opensApp: open !== undefined,
  });
  // whoever comes here means to run it: Python loads meanwhile
  void session.python.boot().catch(() => {});

  function goTo(line: number): void {
    if (editing) editor?.goTo(line);
    else if (host.current) markListing(host.current, line);
  }

  function run(): void {
    const program = editing ? (area.current?.value ?? code) : code;
    void session.run({ code: program, expected: program === code ? expectedOutput : null });
  }

  /** Opens the reader's own copy, or puts the original back. */
  async function toggle(): Promise<void> {
    editing = !editing;
    session.clear();
    show({ editing });
    if (!editing || !area.current || !host.current) return;
    area.current.value = code;
    editor ??= await openCopy(area.current, host.current);
    editor.replace(code);
    editor.focus();
  }

  async function openCopy(textarea: HTMLTextAreaElement, parent: HTMLElement): Promise<Editor> {
    const { openEditor } = await import('./editor');
    textarea.hidden = true;
    return openEditor({ parent, area: textarea, label: 'The program, to change', describedBy, onChange: (text) => (textarea.value = text), onSubmit: run });
  }

  return { run, stop: session.stop, toggle: () => void toggle() };
}
