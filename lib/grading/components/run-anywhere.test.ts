import { describe, expect, it, vi } from 'vitest';
import type { PythonState } from '@/lib/browser-python/schema';
import type { RunResult } from '../schema';
import { type Program, runAnywhere } from './run-anywhere';
import { fakePython, RAN } from './testing/fake-python';

const COLD: PythonState = { kind: 'cold' };
const READY: PythonState = { kind: 'ready', fromSnapshot: true, bootMs: 1000 };
const UNFIT: PythonState = { kind: 'unfit', why: 'Your browser saves data.' };
const FROM_SERVER: RunResult = { outcome: 'ran', stdout: 'hi\n', stderr: '', outputTruncated: false, error: null, limit: null, ms: 31 };
const NO_INPUT: RunResult = { ...FROM_SERVER, outcome: 'did-not-run', error: { type: 'EOFError', message: 'EOF when reading a line', line: 1, frames: [], plain: '', tryThis: '' } };

const never = () => new Promise<never>(() => {});
const turn = () => new Promise((resolve) => setTimeout(resolve));

function start({ python, server = async () => FROM_SERVER, program = { code: 'print("hi")' } }: { python: ReturnType<typeof fakePython>; server?: (program: Program, signal: AbortSignal) => Promise<RunResult>; program?: Program }) {
  const control = new AbortController();
  const asked = vi.fn(server);
  const onHere = vi.fn();
  const onWaiting = vi.fn();
  const end = runAnywhere({ program, python, server: asked, handlers: {}, onHere, onWaiting, signal: control.signal });
  return { end, control, asked, onHere, onWaiting };
}

describe('runAnywhere', () => {
  it('runs here, and asks no server, once Python is ready', async () => {
    const { end, asked } = start({ python: fakePython({ state: READY }) });
    expect(await end).toMatchObject({ kind: 'answer', answer: { place: 'browser', ms: 12 } });
    expect(asked).not.toHaveBeenCalled();
  });

  it('takes the answer of the server that comes before Python, which goes on loading', async () => {
    const python = fakePython({ state: COLD });
    const { end, onHere } = start({ python });
    expect(await end).toMatchObject({ kind: 'answer', answer: { place: 'server', stdout: 'hi\n', ms: 31 } });
    expect(onHere).not.toHaveBeenCalled();
    expect(python.state().kind).toBe('loading');
  });

  it('runs here when Python is ready before the server has answered, and gives up the question to the server', async () => {
    const python = fakePython({ state: COLD });
    const { end, asked } = start({ python, server: never });
    await turn();
    python.getReady();
    expect(await end).toMatchObject({ answer: { place: 'browser' } });
    expect(asked.mock.calls[0]?.[1].aborted).toBe(true);
  });

  it('stays with the server where Python is not loaded', async () => {
    const python = fakePython({ state: UNFIT });
    const { end, onWaiting } = start({ python });
    expect(await end).toMatchObject({ answer: { place: 'server' } });
    expect(onWaiting).not.toHaveBeenCalled();
  });

  it('waits for Python, and says so, when the server does not run it', async () => {
    const python = fakePython({ state: COLD });
    const { end, onWaiting } = start({ python, server: () => Promise.reject(new Error('503')) });
    await turn();
    expect(onWaiting).toHaveBeenCalledExactlyOnceWith('server');
    python.getReady();
    expect(await end).toMatchObject({ answer: { place: 'browser' } });
  });

  it('treats a fault of the sandbox like a server that does not run it', async () => {
    const python = fakePython({ state: COLD });
    const { end } = start({ python, server: async () => ({ ...FROM_SERVER, outcome: 'grader-fault' }) });
    await turn();
    python.getReady();
    expect(await end).toMatchObject({ answer: { place: 'browser', outcome: 'ran' } });
  });

  it('passes on why the server does not run it when Python cannot be had either', async () => {
    const python = fakePython({ state: COLD });
    const { end } = start({ python, server: () => Promise.reject(new Error('503')) });
    const outcome = expect(end).rejects.toThrow('503');
    await turn();
    python.fail();
    await outcome;
    await expect(start({ python: fakePython({ state: UNFIT }), server: () => Promise.reject(new Error('offline')) }).end).rejects.toThrow('offline');
  });

  it('waits for the server when Python fails to load first', async () => {
    const python = fakePython({ state: COLD });
    let answer = (_: RunResult) => {};
    const { end } = start({ python, server: () => new Promise((resolve) => (answer = resolve)) });
    await turn();
    python.fail();
    await turn();
    answer(FROM_SERVER);
    expect(await end).toMatchObject({ answer: { place: 'server' } });
  });

  it('leaves it to the server when Python breaks down', async () => {
    const { end } = start({ python: fakePython({ state: READY, program: () => Promise.reject(new Error('gone')) }) });
    expect(await end).toMatchObject({ answer: { place: 'server' } });
  });

  describe('a program that asks for input', () => {
    const program = { code: 'print(input("Who? "))' };

    it('waits for Python here rather than ask the server', async () => {
      const python = fakePython({ state: COLD });
      const { end, asked, onWaiting } = start({ python, program });
      await turn();
      expect(onWaiting).toHaveBeenCalledExactlyOnceWith('input');
      python.getReady();
      expect(await end).toMatchObject({ answer: { place: 'browser' } });
      expect(asked).not.toHaveBeenCalled();
    });

    it('needs its input beforehand where Python is not loaded, and then runs on the server with it', async () => {
      expect(await start({ python: fakePython({ state: UNFIT }), program }).end).toEqual({ kind: 'needs-stdin', why: 'Your browser saves data.' });
      const given = { ...program, stdin: 'Ada\n' };
      const { end, asked } = start({ python: fakePython({ state: UNFIT }), program: given });
      expect(await end).toMatchObject({ answer: { place: 'server' } });
      expect(asked.mock.calls[0]?.[0]).toEqual(given);
    });

    it('needs its input beforehand when Python does not load', async () => {
      const python = fakePython({ state: COLD });
      const { end } = start({ python, program });
      await turn();
      python.fail();
      expect(await end).toEqual({ kind: 'needs-stdin', why: 'Python did not load.' });
    });

    it('is found out when the server meets the end of input, though the text did not show it', async () => {
      const hidden = { code: 'print(f"{input()}")' };
      const python = fakePython({ state: COLD });
      const { end, onWaiting } = start({ python, server: async () => NO_INPUT, program: hidden });
      await turn();
      expect(onWaiting).toHaveBeenCalledExactlyOnceWith('input');
      python.getReady();
      expect(await end).toMatchObject({ answer: { place: 'browser' } });
      expect(python.ran).toEqual([hidden.code]);
    });

    it('shows the end of input as the error it is once input was given', async () => {
      const { end } = start({ python: fakePython({ state: UNFIT }), server: async () => NO_INPUT, program: { ...program, stdin: '' } });
      expect(await end).toMatchObject({ answer: { error: { type: 'EOFError' } } });
    });
  });

  describe('stopping', () => {
    it('waits a moment for where the program was', async () => {
      const python = fakePython({ state: READY, program: () => new Promise((resolve) => setTimeout(() => resolve({ ...RAN, outcome: 'stopped', stdout: 'so far' }), 30)) });
      const { end, control } = start({ python });
      await turn();
      control.abort();
      expect(await end).toMatchObject({ answer: { place: 'browser', outcome: 'stopped', stdout: 'so far' } });
    });

    it('stops Python, and ends even if Python does not', async () => {
      const python = fakePython({ state: READY, program: never });
      const { end, control } = start({ python });
      await turn();
      control.abort();
      expect(await end).toMatchObject({ answer: { outcome: 'stopped' } });
      expect(python.stops).toBe(1);
    });

    it('ends the question to the server, and does not run here later', async () => {
      const python = fakePython({ state: COLD });
      const { end, control, asked, onHere } = start({ python, server: never });
      await turn();
      control.abort();
      expect(await end).toMatchObject({ answer: { outcome: 'stopped', place: null } });
      await turn();
      expect(asked.mock.calls[0]?.[1].aborted).toBe(true);
      python.getReady();
      await turn();
      expect(onHere).not.toHaveBeenCalled();
      expect(python.ran).toEqual([]);
    });

    it('leaves Python alone once the run has ended', async () => {
      const python = fakePython({ state: READY, program: async () => RAN });
      const { end, control } = start({ python });
      await end;
      control.abort();
      expect(python.stops).toBe(0);
    });
  });
});
