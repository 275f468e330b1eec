import type { GlossaryFile } from '../schema';
import type { Body, Prose } from './lesson-body';
import type { Report } from './report';

/** Words; longer sentences are read twice. Plain-language guides ask for 15 to 20 on average. */
const LONG_SENTENCE = 30;
/** School years: a text that needs more is hard for somebody who also learns the matter. */
const HARD_GRADE = 9;
/** Of fewer words no level can be told. */
const ENOUGH_WORDS = 100;

export type Sentence = { text: string; words: number; line: number };

/** The sentences of a paragraph, each with the line it begins on. Inline code is one word. */
export function sentencesOf({ text, place }: Prose): Sentence[] {
  const found: Sentence[] = [];
  for (const { 0: part, index } of text.matchAll(/\S[\s\S]*?(?:[.!?:…]+["')\]]*(?=\s|$)|$)/g)) {
    const words = part.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    if (words > 0) found.push({ text: part, words, line: place.line + text.slice(0, index).split('\n').length - 1 });
  }
  return found;
}

/** How many words there are to read, headings with them. */
export const wordsOf = ({ prose, headings }: Body): number => [...prose, ...headings].flatMap(sentencesOf).reduce((sum, { words }) => sum + words, 0);

/**
 * The school years a text needs, by the Automated Readability Index (Smith and Senter, 1967): letters per word and words
 * per sentence. Null for a text too short to tell.
 */
export function gradeOf(prose: Prose[]): number | null {
  const sentences = prose.flatMap(sentencesOf);
  const words = sentences.reduce((sum, sentence) => sum + sentence.words, 0);
  if (words < ENOUGH_WORDS) return null;
  const letters = prose.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
  return 4.71 * (letters / words) + 0.5 * (words / sentences.length) - 21.43;
}

/** Long sentences, a hard text, and words that this course has another word for. All of it is advice. */
export function checkProse({ body, file, language, glossary, report }: { body: Body; file: string; language: string; glossary: GlossaryFile['terms']; report: Report }) {
  for (const { text, place } of body.prose) warnOfWords({ text, place, glossary, report });
  if (!/^en\b/.test(language)) return;
  for (const paragraph of body.prose) {
    for (const { words, line, text } of sentencesOf(paragraph)) {
      if (words > LONG_SENTENCE) report.warning({ ...paragraph.place, line }, `a sentence of ${words} words, beginning "${text.split(/\s+/).slice(0, 4).join(' ')} …"`, `say it in two; ${LONG_SENTENCE} words are the most`);
    }
  }
  const grade = gradeOf(body.prose);
  if (grade !== null && grade > HARD_GRADE) report.warning({ file, line: 1, column: 1 }, `the text needs about ${Math.round(grade)} years of school`, `shorter sentences and shorter words; ${HARD_GRADE} are enough to be exact`);
}

function warnOfWords({ text, place, glossary, report }: Prose & { glossary: GlossaryFile['terms']; report: Report }) {
  for (const { term, not } of glossary) {
    for (const other of not) {
      const found = wordIn(text, other);
      if (found === null) continue;
      report.warning({ ...place, line: place.line + text.slice(0, found).split('\n').length - 1 }, `"${other}" is called "${term}" in this course`, `write "${term}"; the course's words are in glossary.yaml`);
    }
  }
}

/** Where a word or its plural stands as a word of its own, or null. */
function wordIn(text: string, word: string): number | null {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}s?(?![\\p{L}\\p{N}])`, 'iu').exec(text)?.index ?? null;
}
