// The body of a request as a reader can take it in: text as it was sent; of a file that is no text, how long it is.
import type { AppRequest } from '../../schema';
import { headerOf } from '../visits/answer-kind';
import { sizeWords } from './words';

const utf8 = new TextEncoder();
const HEAD_ENDS = utf8.encode('\r\n\r\n');
const LINE_END = 2;
/** what no text holds: control characters other than tabs and line ends */
const CONTROL = /[\0-\x08\x0e-\x1f\x7f]/;

/** Line ends become `\n`. Parts of an upload (RFC 7578) are told apart by their boundary, each with its own headers. */
export function sentBody({ headers, body }: Pick<AppRequest, 'headers' | 'body'>): string {
  const type = headerOf({ headers }, 'content-type') ?? '';
  const boundary = /^multipart\/form-data;.*\bboundary="?([^";]+)/i.exec(type)?.[1];
  const text = boundary === undefined ? content(body, type) : upload(body, utf8.encode(`--${boundary}`));
  return text.replace(/\r\n/g, '\n');
}

function upload(body: Uint8Array, mark: Uint8Array): string {
  const edges: number[] = [];
  for (let at = find(body, mark, 0); at >= 0; at = find(body, mark, at + mark.length)) edges.push(at);
  const parts = edges.map((edge, index) => body.subarray(edge, edges[index + 1]));
  return parts.map(part).join('');
}

function part(bytes: Uint8Array): string {
  const headEnds = find(bytes, HEAD_ENDS, 0);
  if (headEnds < 0) return new TextDecoder().decode(bytes); // what closes the body
  const head = new TextDecoder().decode(bytes.subarray(0, headEnds + HEAD_ENDS.length));
  const type = /^content-type: *(.+?)\r?$/im.exec(head)?.[1] ?? '';
  return `${head}${content(bytes.subarray(headEnds + HEAD_ENDS.length, -LINE_END), type)}\r\n`;
}

function content(bytes: Uint8Array, type: string): string {
  const text = asText(bytes);
  return text ?? `(${sizeWords(bytes.length)}${type && ` of ${type.split(';')[0]}`})`;
}

function asText(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return CONTROL.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** Where `wanted` stands in `bytes`, from `from` on; -1 when nowhere. */
function find(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(wanted[0] ?? 0, from); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return at;
  }
  return -1;
}
