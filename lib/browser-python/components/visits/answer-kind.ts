// What a browser would do with a response's body: show it as a page, as text, as a picture, or save it.
import type { AppResponse } from '../../schema';

export type AnswerKind = { kind: 'page' | 'json' | 'text' | 'picture' | 'empty'; type: string } | { kind: 'file'; type: string; name: string };

export const headerOf = ({ headers }: Pick<AppResponse, 'headers'>, name: string): string | null => headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? null;

const PICTURES = /^image\/(png|jpeg|gif|webp|avif|bmp|svg\+xml|x-icon|vnd\.microsoft\.icon)$/;

export function answerKind(response: AppResponse): AnswerKind {
  const type = (headerOf(response, 'content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const disposition = headerOf(response, 'content-disposition') ?? '';
  if (/^\s*attachment/i.test(disposition)) return { kind: 'file', type, name: fileName(disposition) };
  if (response.body.length === 0) return { kind: 'empty', type };
  if (type === 'text/html' || type === 'application/xhtml+xml') return { kind: 'page', type };
  if (/^application\/(.*\+)?json$/.test(type)) return { kind: 'json', type };
  if (PICTURES.test(type)) return { kind: 'picture', type };
  if (type.startsWith('text/') || type === '' || /^application\/(xml|javascript)$/.test(type)) return { kind: 'text', type };
  return { kind: 'file', type, name: fileName(disposition) };
}

/** The name a browser saves it under, without any folder; `filename*` wins. */
function fileName(disposition: string): string {
  const encoded = /filename\*\s*=\s*utf-8'[^']*'([^;]+)/i.exec(disposition)?.[1];
  const plain = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]+))/i.exec(disposition);
  const name = (encoded && decoded(encoded.trim())) || (plain?.[1]?.replace(/\\(.)/g, '$1') ?? plain?.[2]?.trim()) || '';
  return name.split(/[/\\]/).pop() || 'download';
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** The body as text, in the charset that the response names. */
export function textOf(response: AppResponse): string {
  const charset = /charset\s*=\s*"?([^";\s]+)/i.exec(headerOf(response, 'content-type') ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(response.body);
  } catch {
    return new TextDecoder().decode(response.body); // a charset that nobody knows
  }
}

/** JSON spread over lines; as it is when it cannot be read. */
export function jsonLines(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
