import { isMap, isNode, isPair, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { didYouMean, type Place, type Report } from './report';

type Path = (string | number)[];

/** A YAML text that passed its schema, with the place of each of its values. */
export type YamlFile<T> = { data: T; at: (...path: Path) => Place };

/**
 * Parses YAML and checks it against a strict schema. Every fault is reported with its line and with what to write instead.
 * @param firstLine line of the file on which `text` starts (frontmatter does not start on line 1)
 * @returns null when nothing can be made of it
 */
export function readYaml<T>({ file, text, schema, report, firstLine = 1 }: { file: string; text: string; schema: z.ZodType<T>; report: Report; firstLine?: number }): YamlFile<T> | null {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  for (const fault of [...document.errors, ...document.warnings]) report.error(place(fault.pos[0]), `this is not valid YAML: ${fault.message}`, 'mend the line; text with a colon, a # or quotes in it is safest in a | block or in single quotes');
  if (document.errors.length) return null;

  const at = (...path: Path) => place(offsetOf(document, path));
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { data: parsed.data, at };
  const manual = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  for (const issue of parsed.error.issues) reportIssue({ issue, document, manual, place, report });
  const known = schema.safeParse(withoutUnknownKeys({ document, issues: parsed.error.issues }));
  return known.success ? { data: known.data, at } : null; // so that one unknown key does not hide the faults of other files
}

function withoutUnknownKeys({ document, issues }: { document: Document; issues: z.core.$ZodIssue[] }): unknown {
  const copy = document.clone() as Document;
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) copy.deleteIn([...issue.path, key]);
  }
  return copy.toJS();
}

/** Offset of the value at `path`; of its nearest ancestor that exists when it is missing. */
function offsetOf(document: Document, path: Path): number {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node: unknown = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function offsetOfKey(document: Document, path: Path, key: string): number {
  const map: unknown = path.length ? document.getIn(path, true) : document.contents;
  const pair = isMap(map) ? map.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key) : undefined;
  return isNode(pair?.key) && pair.key.range ? pair.key.range[0] : offsetOf(document, path);
}

type Manual = { properties?: Record<string, Manual | boolean>; items?: unknown; description?: string };

/** The part of the schema that speaks of `path`; its descriptions are the author's manual. */
function manualAt(manual: Manual, path: Path): Manual {
  let here: Manual = manual;
  for (const step of path) {
    const next = typeof step === 'number' ? here.items : here.properties?.[step];
    here = next && typeof next === 'object' && !Array.isArray(next) ? (next as Manual) : {};
  }
  return here;
}

function reportIssue({ issue, document, manual, place, report }: { issue: z.core.$ZodIssue; document: Document; manual: Manual; place: (offset: number) => Place; report: Report }) {
  const path = issue.path.filter((step) => typeof step !== 'symbol') as Path;
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(manualAt(manual, path).properties ?? {});
    for (const key of issue.keys) report.error(place(offsetOfKey(document, path, key)), `unknown key "${key}"`, didYouMean(key, known));
    return;
  }
  const name = path.join('.') || 'the file';
  const about = manualAt(manual, path).description;
  const missing = issue.code === 'invalid_type' && document.getIn(path) === undefined;
  if (missing) report.error(place(offsetOf(document, path)), `"${name}" is missing`, about ? `add it: ${about}` : 'add it');
  else report.error(place(offsetOf(document, path)), `"${name}": ${issue.message}`, about ?? 'see content/README.md for the format');
}
