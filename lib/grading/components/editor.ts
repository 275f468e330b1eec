import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { EditorState, Prec } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { blankMarks, nextBlank, previousBlank } from './editor-blanks';
import { goToLine, lineMark, type LineMark, markInWords, markLine } from './editor-mark';
import { editorTheme, pythonColors } from './editor-theme';

export type Editor = {
  focus: () => void;
  /** puts other code in; the editor's undo brings the old one back */
  replace: (code: string) => void;
  /** marks the line an error is in, until it is edited; null takes the mark away */
  mark: (mark: LineMark | null) => void;
  goTo: (line: number) => void;
};

type Setup = {
  /** where the editor goes; the text area is left in the form, hidden, and kept the same */
  parent: HTMLElement;
  area: HTMLTextAreaElement;
  label: string;
  describedBy: string;
  onChange: (code: string) => void;
  onSubmit: () => void;
};

/** Takes the place of a text area without losing its text, caret or focus. */
export function openEditor({ parent, area, label, describedBy, onChange, onSubmit }: Setup): Editor {
  const hadFocus = document.activeElement === area;
  const submit = () => {
    onSubmit();
    return true;
  };
  // says the mark to who does not see it: the editor is described by it
  const markId = `${describedBy}-mark`;
  const note = Object.assign(document.createElement('p'), { id: markId, hidden: true });
  parent.append(note);
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: area.value,
      selection: { anchor: area.selectionStart, head: area.selectionEnd },
      extensions: [
        // Before the default keys, which have a Ctrl+Enter of their own. Esc then Tab leaves: CodeMirror lets that Tab go.
        Prec.high(keymap.of([{ key: 'Mod-Enter', run: submit }, { key: 'Tab', run: (v) => nextBlank(v) || indent(v), shift: (v) => previousBlank(v) || indentLess(v) }])),
        keymap.of([...historyKeymap, ...defaultKeymap]),
        history(), lineNumbers(), python(), indentOnInput(), bracketMatching(), blankMarks, editorTheme, syntaxHighlighting(pythonColors),
        indentUnit.of('    '), EditorState.tabSize.of(4),
        lineMark,
        EditorView.contentAttributes.of(({ state }) => ({ 'aria-describedby': markInWords(state) ? `${markId} ${describedBy}` : describedBy })),
        EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0', autocapitalize: 'off', autocorrect: 'off', spellcheck: 'false' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(update.state.doc.toString());
          note.textContent = markInWords(update.state);
        }),
      ],
    }),
  });
  if (hadFocus) view.focus();
  return {
    focus: () => view.focus(),
    replace: (code) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: code }, selection: { anchor: 0 }, scrollIntoView: true }),
    mark: (mark) => markLine(view, mark),
    goTo: (line) => goToLine(view, line),
  };
}

/** Selected lines move right as a whole; a lone caret gets spaces up to the next step of four. */
function indent(view: EditorView): boolean {
  const { main } = view.state.selection;
  if (!main.empty) return indentMore(view);
  const column = main.head - view.state.doc.lineAt(main.head).from;
  view.dispatch(view.state.replaceSelection(' '.repeat(4 - (column % 4))), { scrollIntoView: true, userEvent: 'input' });
  return true;
}
