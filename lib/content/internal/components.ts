/** What a component needs of the author. `holds: 'nothing'` means self-closing. */
type Rule = { required: string[]; optional: string[]; holds: 'nothing' | 'prose' | 'table' | 'list' };

/** The components an author may use in lesson.mdx. They carry no meaning in children beyond prose. */
export const LESSON_COMPONENTS: Record<string, Rule> = {
  Example: { required: ['name', 'title'], optional: ['open'], holds: 'nothing' },
  Exercise: { required: ['name'], optional: [], holds: 'nothing' },
  Quiz: { required: [], optional: [], holds: 'nothing' },
  UpNext: { required: [], optional: [], holds: 'nothing' },
  Predict: { required: ['question'], optional: [], holds: 'prose' },
  RuleOfThumb: { required: [], optional: [], holds: 'prose' },
  Mistake: { required: ['id', 'title', 'error'], optional: [], holds: 'prose' },
  Note: { required: [], optional: ['title'], holds: 'prose' },
  QuickReference: { required: [], optional: [], holds: 'table' },
  Recap: { required: [], optional: [], holds: 'list' },
};

/** An exercise's prompt is prose. */
export const PROMPT_COMPONENTS: Record<string, Rule> = { Note: { required: [], optional: ['title'], holds: 'prose' } };

/** The few elements of HTML that Markdown has no sign for. */
export const INLINE_HTML = ['kbd', 'abbr', 'sub', 'sup', 'br', 'var', 'samp', 'em', 'strong', 'code'];
