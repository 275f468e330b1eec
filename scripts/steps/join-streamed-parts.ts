const PART = /<div hidden id="S:(\w+)">((?:(?!<div hidden id="S:)[\s\S])*?)<\/div><script(?: nonce="[^"]*")?>(?:(?!<\/script>)[\s\S])*?\$RC\("B:\1","S:\1"\)<\/script>/g;
const placeOf = (id: string) => `<!--$?--><template id="B:${id}"></template><!--/$-->`;

/**
 * Puts the parts of a page that React wrote at its end, hidden, where they belong. React streams what is inside a Suspense
 * boundary that way and moves it with a script; a page made ahead has no need to wait, and without scripts it would stay hidden.
 * The marks become those of a finished boundary, which React then takes over as usual. A page with anything unexpected is left alone.
 */
export function joinStreamedParts(html: string): string {
  const parts = new Map<string, string>();
  let joined = html.replace(PART, (_, id: string, content: string) => {
    parts.set(id, content);
    return '';
  });
  for (const [id, content] of parts) {
    if (!joined.includes(placeOf(id))) return html;
    joined = joined.replace(placeOf(id), () => `<!--$-->${content}<!--/$-->`);
  }
  return joined.includes('<div hidden id="S:') || joined.includes('$RC(') ? html : joined;
}
