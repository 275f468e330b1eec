// Shiki colors tokens with inline styles. This theme gives each kind of token a marker color, and the transformer turns the marker into a class,
// so that both themes share one rendering, the page carries no style attributes, and app/tokens.css alone decides colors.

const KINDS = {
  '#000001': 'tok-keyword',
  '#000002': 'tok-string',
  '#000003': 'tok-number',
  '#000004': 'tok-function',
  '#000005': 'tok-builtin',
  '#000006': 'tok-comment',
};

const rule = (foreground, scope) => ({ scope, settings: { foreground } });

/** A TextMate theme for shiki whose colors stand for token classes. */
export const codeTheme = {
  name: 'coursewright',
  type: 'light',
  colors: { 'editor.foreground': '#000000', 'editor.background': '#ffffff' },
  tokenColors: [
    rule('#000001', ['keyword.control', 'keyword.operator.logical', 'keyword.operator.word', 'storage.type', 'storage.modifier', 'keyword.other', 'entity.name.tag', 'entity.name.section']),
    rule('#000002', ['string', 'punctuation.definition.string', 'storage.type.string', 'markup.inline.raw']),
    rule('#000000', ['string meta.embedded', 'meta.fstring constant.character.format.placeholder', 'source.python meta.fstring meta.interpolation']),
    rule('#000003', ['constant.numeric', 'constant.language', 'constant.character.escape', 'support.type.property-name', 'entity.other.attribute-name']),
    rule('#000004', ['entity.name.function', 'meta.function-call.generic', 'support.function.misc', 'entity.name.type.class', 'entity.name.class']),
    rule('#000005', ['support.function.builtin', 'support.type', 'support.class', 'entity.name.function.decorator', 'punctuation.definition.decorator', 'variable.language']),
    rule('#000006', ['comment', 'punctuation.definition.comment']),
  ],
};

/** A shiki transformer: marker colors become classes. */
export const classesForColors = {
  name: 'classes-for-colors',
  span(node) {
    const style = String(node.properties.style ?? '');
    delete node.properties.style;
    const kind = KINDS[style.match(/color:(#\w{6})/)?.[1]?.toLowerCase() ?? ''];
    if (kind) node.properties.class = kind;
  },
  line(node) {
    // plain tokens need no element of their own
    node.children = node.children.flatMap((child) => (child.type === 'element' && child.properties.class === undefined ? child.children : [child]));
  },
  pre(node) {
    delete node.properties.style; // it keeps its tabindex: what scrolls must be reachable by keyboard
  },
};
