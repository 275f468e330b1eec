import { type EditorState, type Extension, RangeSet, StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, GutterMarker, gutterLineClass } from '@codemirror/view';

/** A line of the program and what is wrong in it. `line` counts from 1. */
export type LineMark = { line: number; says: string };
type Mark = { from: number; says: string };

const setMark = StateEffect.define<Mark | null>();
const lineDecoration = Decoration.line({ class: 'cm-errorLine' });

class ErrorGutter extends GutterMarker {
  override elementClass = 'cm-errorGutter';
}
const gutterMarker = new ErrorGutter();

/** The marked line. The mark moves with its line and goes when that line is edited. */
const markField = StateField.define<Mark | null>({
  create: () => null,
  update(mark, transaction) {
    for (const effect of transaction.effects) if (effect.is(setMark)) return effect.value;
    if (!mark || !transaction.docChanged) return mark;
    const before = transaction.startState.doc.lineAt(mark.from);
    const from = transaction.changes.mapPos(mark.from, 1);
    const after = transaction.newDoc.lineAt(from);
    return after.from === from && after.text === before.text ? { ...mark, from } : null;
  },
  provide: (field) => [
    EditorView.decorations.from(field, (mark) => (mark ? Decoration.set(lineDecoration.range(mark.from)) : Decoration.none)),
    gutterLineClass.from(field, (mark) => (mark ? RangeSet.of(gutterMarker.range(mark.from)) : RangeSet.empty)),
  ],
});

/** Marks one line of the editor: in its text, beside its number, and in the description that screen readers read. */
export const lineMark: Extension = markField;

/** What describes the marked line to who does not see it; empty when none is. */
export function markInWords(state: EditorState): string {
  const mark = state.field(markField);
  return mark ? `Line ${state.doc.lineAt(mark.from).number} is marked: ${mark.says.replaceAll('`', '')}` : '';
}

/** Marks a line that is there, or takes the mark away. */
export function markLine(view: EditorView, mark: LineMark | null): void {
  const { doc } = view.state;
  const there = mark && mark.line >= 1 && mark.line <= doc.lines;
  view.dispatch({ effects: setMark.of(there ? { from: doc.line(mark.line).from, says: mark.says } : null) });
}

/** Puts the caret on a line, in view. */
export function goToLine(view: EditorView, line: number): void {
  const { doc } = view.state;
  if (line < 1 || line > doc.lines) return;
  view.dispatch({ selection: { anchor: doc.line(line).from }, effects: EditorView.scrollIntoView(doc.line(line).from, { y: 'center' }) });
  view.focus();
}
