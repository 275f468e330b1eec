import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The editor has the text area's measures to the pixel, so that nothing moves when it takes its place. */
export const editorTheme = EditorView.theme({
  '&': { backgroundColor: 'transparent', color: 'var(--code-ink)', fontSize: 'var(--text-code)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-code)', lineHeight: '1.65', minHeight: 'var(--editor-height)', overflowX: 'auto' },
  // no ligatures: a beginner must see == and __name__ as they are typed
  '.cm-content': { padding: 'var(--space-3) 0', caretColor: 'var(--ink)', fontFeatureSettings: "'calt' 0" },
  '.cm-line': { padding: '0 var(--space-4) 0 6px' },
  '.cm-gutters': { backgroundColor: 'var(--code-bg)', color: 'var(--code-faint)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: 'calc(var(--gutter-width) + var(--space-3) - 6px)', padding: '0 calc(var(--space-3) - 6px) 0 0', fontSize: '0.85em', lineHeight: 'calc(1.65 / 0.85)' },
  '.cm-blank': { backgroundColor: 'var(--marker)', borderRadius: '3px', outline: '1px dashed var(--ink-faint)', outlineOffset: '-1px', padding: '0.1em 0' },
  '.cm-errorLine': { backgroundColor: 'var(--bad-soft)', boxShadow: 'inset 3px 0 var(--bad)' },
  '.cm-lineNumbers .cm-errorGutter': { position: 'relative', color: 'var(--bad)', fontWeight: '700' },
  '.cm-lineNumbers .cm-errorGutter::before': { content: "'▸'", position: 'absolute', left: '2px' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--accent-soft)', outline: '1px solid var(--accent)' },
  '.cm-line ::selection, .cm-line::selection': { backgroundColor: 'var(--accent-soft) !important', color: 'inherit !important' },
});

export const pythonColors = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword, tags.moduleKeyword], color: 'var(--code-keyword)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--code-number)' },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName), tags.definition(tags.function(tags.variableName))], color: 'var(--code-function)' },
  { tag: [tags.meta, tags.standard(tags.variableName), tags.className], color: 'var(--code-builtin)' },
  { tag: tags.comment, color: 'var(--code-faint)', fontStyle: 'italic' },
]);
