// What a browser sends when somebody submits a form (HTML, "form submission algorithm").
import { type Destination, resolveAddress } from './address';

export type FormFile = { name: string; type: string; bytes: Uint8Array };
export type FormSubmission = {
  /** as written in the page, the button's own words included; any case */
  method: string;
  action: string;
  enctype: string;
  /** in the order of the page */
  entries: [name: string, value: string | FormFile][];
};
export type FormRequest = { method: 'GET' | 'POST'; destination: Destination; contentType: string | null; body: Uint8Array };

const text = new TextEncoder();
const NOTHING = new Uint8Array();

/**
 * @param base path and query of the form's page
 * @param boundary between the parts of a multipart body; must not occur in them
 */
export function formRequest({ method, action, enctype, entries }: FormSubmission, { base, boundary }: { base: string; boundary: string }): FormRequest {
  const destination = resolveAddress(action, base);
  if (method.toLowerCase() !== 'post') {
    const query = urlencoded(entries);
    return { method: 'GET', destination: withQuery(destination, query), contentType: null, body: NOTHING };
  }
  const kind = enctype.toLowerCase();
  if (kind === 'multipart/form-data') return { method: 'POST', destination, contentType: `${kind}; boundary=${boundary}`, body: multipart(entries, boundary) };
  if (kind === 'text/plain') return { method: 'POST', destination, contentType: kind, body: text.encode(entries.map(([name, value]) => `${lines(name)}=${asText(value)}\r\n`).join('')) };
  return { method: 'POST', destination, contentType: 'application/x-www-form-urlencoded', body: text.encode(urlencoded(entries)) };
}

const withQuery = (destination: Destination, query: string): Destination => (destination.kind === 'inside' ? { ...destination, url: `${destination.url.split('?')[0]}?${query}` } : destination);

/** A newline is sent as CR LF. */
const lines = (value: string): string => value.replace(/\r\n?|\n/g, '\r\n');
/** Without multipart, only a file's name is sent. */
const asText = (value: string | FormFile): string => lines(typeof value === 'string' ? value : value.name);

const urlencoded = (entries: FormSubmission['entries']): string => new URLSearchParams(entries.map(([name, value]) => [lines(name), asText(value)])).toString();

function multipart(entries: FormSubmission['entries'], boundary: string): Uint8Array {
  const parts = entries.flatMap(([name, value]) => {
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(lines(name))}"`;
    if (typeof value === 'string') return [text.encode(`${head}\r\n\r\n${lines(value)}\r\n`)];
    const file = `; filename="${quoted(value.name)}"\r\nContent-Type: ${value.type || 'application/octet-stream'}\r\n\r\n`;
    return [text.encode(head + file), value.bytes, text.encode('\r\n')];
  });
  return joined([...parts, text.encode(`--${boundary}--\r\n`)]);
}

const quoted = (value: string): string => value.replace(/\n/g, '%0A').replace(/\r/g, '%0D').replace(/"/g, '%22');

function joined(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
