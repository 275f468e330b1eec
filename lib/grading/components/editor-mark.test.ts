import { EditorState, type TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { describe, expect, it } from 'vitest';
import { lineMark, markInWords, markLine } from './editor-mark';

const PROGRAM = 'a = 1\nb = c\nd = 2';

/** A program whose second line is marked; only what `markLine` uses of a view is there. */
function marked(line = 2) {
  const view = {
    state: EditorState.create({ doc: PROGRAM, extensions: lineMark }),
    dispatch(spec: TransactionSpec) {
      view.state = view.state.update(spec).state;
    },
  };
  markLine(view as unknown as EditorView, { line, says: '`c` is not known.' });
  return view;
}

describe('the mark of a line', () => {
  it('says which line it is and what is wrong there', () => {
    expect(markInWords(marked().state)).toBe('Line 2 is marked: c is not known.');
  });

  it('is not there for a line that is not', () => {
    expect(markInWords(marked(4).state)).toBe('');
  });

  it.each([
    ['a letter is typed at its end', { from: 11, insert: 'c' }],
    ['a letter is typed at its beginning', { from: 6, insert: 'x' }],
    ['a letter of it is deleted', { from: 7, to: 8 }],
    ['it is joined with the line before', { from: 5, to: 6 }],
    ['the program is replaced', { from: 0, to: PROGRAM.length, insert: 'print(1)' }],
  ])('goes when %s', (_, changes) => {
    const view = marked();
    view.dispatch({ changes });
    expect(markInWords(view.state)).toBe('');
  });

  it.each([
    ['another line is edited', { from: 0, insert: 'a' }, 2],
    ['a line is put in above', { from: 0, insert: 'import c\n' }, 3],
    ['a line is put in right before it', { from: 6, insert: 'c = 3\n' }, 3],
    ['a line is put in right after it', { from: 11, insert: '\nprint(b)' }, 2],
    ['the line above is deleted', { from: 0, to: 6 }, 1],
  ])('stays with its line when %s', (_, changes, line) => {
    const view = marked();
    view.dispatch({ changes });
    expect(markInWords(view.state)).toBe(`Line ${line} is marked: c is not known.`);
  });

  it('goes when it is taken away', () => {
    const view = marked();
    markLine(view as unknown as EditorView, null);
    expect(markInWords(view.state)).toBe('');
  });
});
