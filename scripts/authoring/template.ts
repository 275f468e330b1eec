import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const TEMPLATE = fileURLToPath(new URL('./template', import.meta.url));

/**
 * Writes a part of the template (a folder, or one file) with its {{names}} replaced. Texts that may hold anything, such as a
 * title, are given as YAML already.
 * @throws Error when the target exists, or a name has no value
 */
export function writeTemplate({ part, target, values }: { part: string; target: string; values: Record<string, string> }): string[] {
  if (fs.existsSync(target)) throw new Error(`${target} is there already`);
  const from = path.join(TEMPLATE, part);
  if (fs.statSync(from).isFile()) return [writeFile({ from, to: target, values })];
  const files = fs.readdirSync(from, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.endsWith('.pyc'));
  return files.map(({ parentPath, name }) => path.relative(from, path.join(parentPath, name))).sort().map((file) => {
    const exercise = /^exercises\/([^/]+)\//.exec(file.split(path.sep).join('/'))?.[1];
    const own = exercise ? { exerciseId: `${values.lessonId}-${exercise}`, exerciseTitle: asYaml(titleOf(exercise)), ...values } : values;
    return writeFile({ from: path.join(from, file), to: path.join(target, file), values: own });
  });
}

function writeFile({ from, to, values }: { from: string; to: string; values: Record<string, string> }): string {
  const text = fs.readFileSync(from, 'utf8').replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the template asks for "${name}"`);
    return value;
  });
  fs.mkdirSync(path.dirname(to), { recursive: true });
  fs.writeFileSync(to, text);
  return to;
}

/** A folder's name as a title: working-with-cookies is "Working with cookies". */
export const titleOf = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`;

/** Any text as a YAML value; plain where that is safe. */
export const asYaml = (text: string) => (/^[A-Za-z][\w ,.?!()/-]*$/.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text) ? text : JSON.stringify(text));
