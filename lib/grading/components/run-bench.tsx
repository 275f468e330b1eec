import type { ReactNode, RefObject } from 'react';
import { Callout } from '@/components/callout';
import type { Editor } from './editor';
import { RunOutput } from './run-output';
import { postRun, Refusal } from './submission-client';

export type RunView = { busy: boolean; editing: boolean; below: ReactNode; says: string };
export type RunBench = { run: () => void; toggle: () => void };

type Setup = {
  code: string;
  expectedOutput: string;
  area: RefObject<HTMLTextAreaElement | null>;
  host: RefObject<HTMLDivElement | null>;
  describedBy: string;
  show: (view: Partial<RunView>) => void;
};

/** The working part of an example: runs the program, or the reader's own copy of it, in the server's sandbox. */
export function openRunBench({ code, expectedOutput, area, host, describedBy, show }: Setup): RunBench {
  let editing = false;
  let busy = false;
  let editor: Editor | null = null;

  async function run(): Promise<void> {
    if (busy) return;
    busy = true;
    show({ busy, says: 'Running…' });
    const program = editing ? (area.current?.value ?? code) : code;
    try {
      const result = await postRun({ code: program });
      show({ below: <RunOutput result={result} expected={program === code ? expectedOutput : null} />, says: 'The program has run.' });
    } catch (error) {
      const message = (error instanceof Refusal && error.message) || 'The site cannot be reached. Try again in a moment.';
      show({ below: <Callout tone="warn">{message}</Callout>, says: message });
    } finally {
      busy = false;
      show({ busy });
    }
  }

  /** Opens the reader's own copy, or puts the original back. */
  async function toggle(): Promise<void> {
    editing = !editing;
    show({ editing, below: null });
    if (!editing || !area.current || !host.current) return;
    area.current.value = code;
    editor ??= await openCopy(area.current, host.current);
    editor.replace(code);
    editor.focus();
  }

  async function openCopy(textarea: HTMLTextAreaElement, parent: HTMLElement): Promise<Editor> {
    const { openEditor } = await import('./editor');
    textarea.hidden = true;
    return openEditor({ parent, area: textarea, label: 'The program, to change', describedBy, onChange: (text) => (textarea.value = text), onSubmit: () => void run() });
  }

  return { run: () => void run(), toggle: () => void toggle() };
}
