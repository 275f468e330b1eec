import { createHash } from 'node:crypto';
import path from 'node:path';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

/** of the hash that names a paragraph: a lesson has a hundred of them, not millions */
const LETTERS = 8;

/**
 * The paragraphs and list items of an MDX file in reading order, each with the id that it gets on the page. The id is made
 * of what it says, so it stays when something is written before it, and goes when it is written anew.
 * @param {import('mdast').Root} tree
 * @param {string} folder the folder the file lies in: the same words in a lesson and in a prompt are two places
 * @returns {{ node: import('mdast').Paragraph | import('mdast').ListItem, id: string, text: string }[]}
 */
export function placesIn(tree, folder) {
  const seen = new Map();
  const places = [];
  visit(tree, (node, _index, parent) => {
    // a list item speaks for the paragraph in it
    if (node.type !== 'listItem' && (node.type !== 'paragraph' || parent?.type === 'listItem')) return;
    const own = node.type === 'listItem' ? node.children.filter(({ type }) => type !== 'list') : node.children;
    const text = own.map((child) => toString(child)).join('').replace(/\s+/g, ' ').trim();
    if (text === '') return;
    const name = createHash('sha256').update(JSON.stringify([folder, text])).digest('hex').slice(0, LETTERS);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    places.push({ node, id: times === 1 ? `p-${name}` : `p-${name}-${times}`, text });
  });
  return places;
}

/** Gives them their ids when a page is built (next.config.mjs names this file). docs/decisions/0073-quality-of-lessons.md */
export default function remarkPlaces() {
  return (tree, file) => {
    for (const { node, id } of placesIn(tree, folderOf(file.path))) node.data = { ...node.data, hProperties: { ...node.data?.hProperties, id } };
  };
}

/** @param {string} file the lesson's or the prompt's */
export const folderOf = (file) => path.basename(path.dirname(file));
