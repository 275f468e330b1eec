import { type Extension } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, MatchDecorator, ViewPlugin, type ViewUpdate } from '@codemirror/view';

/** Exactly three underscores that are not part of a longer name. */
const BLANK = /\b___\b/g;

const decorator = new MatchDecorator({ regexp: BLANK, decoration: Decoration.mark({ class: 'cm-blank' }) });

/** Draws every blank that is still to be filled in. */
export const blankMarks: Extension = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = decorator.createDeco(view);
    }
    update(update: ViewUpdate) {
      this.decorations = decorator.updateDeco(update, this.decorations);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

const findBlanks = (view: EditorView) => [...view.state.doc.toString().matchAll(BLANK)].map((match) => match.index);

/** Selects the blank after the caret, or the first one. @returns false when none is left */
export function nextBlank(view: EditorView): boolean {
  const blanks = findBlanks(view);
  const { to } = view.state.selection.main;
  return select(view, blanks.find((from) => from >= to) ?? blanks[0]);
}

/** Selects the blank before the caret, or the last one. @returns false when none is left */
export function previousBlank(view: EditorView): boolean {
  const blanks = findBlanks(view);
  const { from } = view.state.selection.main;
  return select(view, blanks.findLast((at) => at < from) ?? blanks.at(-1));
}

function select(view: EditorView, from: number | undefined): boolean {
  if (from === undefined) return false;
  view.dispatch({ selection: { anchor: from, head: from + 3 }, scrollIntoView: true, userEvent: 'select' });
  return true;
}
