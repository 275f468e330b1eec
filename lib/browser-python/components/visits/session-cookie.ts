// What Flask keeps in its session cookie: `data.time.signature`, each in base64 (itsdangerous). Reading it takes no key; sealing it does.

export type SessionCookie = {
  /** JSON, as it stands in the cookie, spread over lines */
  data: string;
  /** ms since 1970; null when it says none */
  signedAt: number | null;
  /** `.time.signature`, dots included */
  seal: string;
};

/** The session in a cookie's value; null when it holds none. No promise that its signature fits: only the app can tell. */
export async function readSession(value: string): Promise<SessionCookie | null> {
  const found = /^(\.?)([\w-]+)(\.([\w-]+)\.[\w-]+)$/.exec(value);
  if (!found) return null;
  const [, compressed, data = '', seal = '', time = ''] = found;
  try {
    const bytes = compressed ? await inflated(bytesOf(data)) : bytesOf(data);
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed)) return null;
    return { data: JSON.stringify(parsed, null, 2), signedAt: timeOf(bytesOf(time)), seal };
  } catch {
    return null; // another cookie that only looks like one
  }
}

/**
 * The cookie's value with other data under the old seal: what a forger without the key can do.
 * @throws SyntaxError when the data is no JSON
 */
export function forgeSession(data: string, seal: string): string {
  const bytes = new TextEncoder().encode(JSON.stringify(JSON.parse(data)));
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '') + seal;
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));

/** Seconds since 1970, the largest byte first. */
function timeOf(bytes: Uint8Array): number | null {
  const seconds = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  return bytes.length > 0 && bytes.length <= 6 ? seconds * 1000 : null;
}

async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
