import rehypePrettyCode from 'rehype-pretty-code';
import { classesForColors, codeTheme } from './code-theme.mjs';

/** A line that is very long, or takes very long, is left plain: shiki would hold up everybody else. */
const limits = {
  name: 'limits',
  preprocess(_code, options) {
    Object.assign(options, { tokenizeMaxLineLength: 1000, tokenizeTimeLimit: 50 });
  },
};

/**
 * The one way code in Markdown is highlighted: at build in MDX (next.config.mjs names this file) and wherever Markdown becomes HTML.
 * Fences may mark lines and words as rehype-pretty-code does: ```python {2,4-5} showLineNumbers
 */
export default function rehypeCode() {
  return rehypePrettyCode.call(this, { theme: codeTheme, keepBackground: false, grid: false, transformers: [limits, classesForColors], defaultLang: { block: 'text' } });
}
