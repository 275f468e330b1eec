// Makes of an app's page a document that can be shown here: nothing in it runs, and nothing of it is fetched but from the app.
import type { AppResponse } from '../../schema';
import { resolveAddress } from '../visits/address';
import { headerOf, textOf } from '../visits/answer-kind';
import { asDataUrl } from './data-url';

export type PageDocument = {
  /** for the frame's srcdoc */
  html: string;
  title: string;
  /** whether the page holds scripts, which do not run */
  hasScripts: boolean;
  /** pictures, style sheets, frames and films that are not shown */
  leftOut: number;
};
/** Asks the app for a picture or style sheet; null when it has none or it is not the app's. */
export type Part = (href: string, base: string) => Promise<AppResponse | null>;

/** The second lock: the frame's `sandbox` already stops scripts, pop-ups and navigation of the site. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; base-uri 'none'";
/** more parts than this are left out */
const MAX_PARTS = 40;
const RUNS_NOTHING = 'script, base, meta[http-equiv], iframe, frame, object, embed, applet, portal, fencedframe, video, audio, source, track, template[shadowrootmode]';
const FETCHING = ['srcset', 'sizes', 'ping', 'background', 'poster', 'target', 'formtarget', 'imagesrcset', 'attributionsrc'];

export async function pageDocument({ html, base, part }: { html: string; base: string; part: Part }): Promise<PageDocument> {
  const page = new DOMParser().parseFromString(html, 'text/html'); // inert: it runs and fetches nothing
  const from = baseOf(page, base);
  const hasScripts = page.querySelector('script') !== null || all(page, '*').some(({ attributes }) => [...attributes].some(({ name, value }) => name.startsWith('on') || /^\s*javascript:/i.test(value)));
  const parts = partsOf(part, from);
  await inlineStyles(page, parts);
  await inlinePictures(page, parts);
  let leftOut = parts.leftOut();
  for (const element of all(page, RUNS_NOTHING)) {
    if (/^(iframe|frame|object|embed|applet|video|audio)$/.test(element.localName)) leftOut += 1;
    element.remove();
  }
  for (const element of all(page, '*')) cleanAttributes(element, from);
  page.head.prepend(meta(page, { 'http-equiv': 'Content-Security-Policy', content: POLICY }), meta(page, { 'http-equiv': 'x-dns-prefetch-control', content: 'off' }));
  return { html: `<!doctype html>${page.documentElement.outerHTML}`, title: page.title.trim(), hasScripts, leftOut };
}

const all = (page: ParentNode, selector: string): Element[] => [...page.querySelectorAll(selector)];

/** What `<base href>` says, as long as it stays with the app. */
function baseOf(page: Document, base: string): string {
  const to = resolveAddress(page.querySelector('base[href]')?.getAttribute('href') ?? '', base);
  return to.kind === 'inside' ? to.url : base;
}

function meta(page: Document, attributes: Record<string, string>): Element {
  const made = page.createElement('meta');
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

type Parts = { dataUrl: (href: string, kind: RegExp) => Promise<string | null>; text: (href: string) => Promise<string | null>; leftOut: () => number; leave: () => void };

function partsOf(part: Part, base: string): Parts {
  const known = new Map<string, Promise<AppResponse | null>>();
  let leftOut = 0;
  const ask = (href: string) => {
    const before = known.get(href);
    if (before) return before;
    const answer = known.size < MAX_PARTS ? part(href, base).catch(() => null) : Promise.resolve(null);
    known.set(href, answer);
    return answer;
  };
  const typeOf = (answer: AppResponse) => (headerOf(answer, 'content-type') ?? '').split(';')[0]?.trim() ?? '';
  const lost = () => {
    leftOut += 1;
    return null;
  };
  return {
    leftOut: () => leftOut,
    leave: () => void lost(),
    dataUrl: async (href, kind) => {
      if (/^data:/i.test(href)) return href;
      const answer = await ask(href);
      return answer && kind.test(typeOf(answer)) ? asDataUrl(answer.body, typeOf(answer)) : lost();
    },
    text: async (href) => {
      const answer = await ask(href);
      return answer && typeOf(answer) === 'text/css' ? textOf(answer) : lost();
    },
  };
}

async function inlineStyles(page: Document, parts: Parts): Promise<void> {
  for (const link of all(page, 'link')) {
    const isSheet = /\bstylesheet\b/i.test(link.getAttribute('rel') ?? '');
    const text = isSheet ? await parts.text(link.getAttribute('href') ?? '') : null;
    if (text === null) {
      link.remove();
      continue;
    }
    const style = page.createElement('style');
    const media = link.getAttribute('media');
    if (media) style.setAttribute('media', media);
    style.textContent = text;
    link.replaceWith(style);
  }
  for (const style of all(page, 'style')) style.textContent = await inlineCss(style.textContent ?? '', parts);
  for (const element of all(page, '[style]')) element.setAttribute('style', await inlineCss(element.getAttribute('style') ?? '', parts));
}

const ADDRESS = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*?))\s*\)/gi;

/** Pictures and fonts of a style sheet, in place of their addresses. */
async function inlineCss(css: string, parts: Parts): Promise<string> {
  const withoutImports = css.replace(/@import[^;]*(;|$)/gi, () => {
    parts.leave();
    return '';
  });
  let made = '';
  let end = 0;
  for (const found of withoutImports.matchAll(ADDRESS)) {
    const data = await parts.dataUrl(found[1] ?? found[2] ?? found[3] ?? '', /^(image|font)\//);
    made += `${withoutImports.slice(end, found.index)}url("${data ?? 'data:,'}")`;
    end = found.index + found[0].length;
  }
  return made + withoutImports.slice(end);
}

async function inlinePictures(page: Document, parts: Parts): Promise<void> {
  for (const picture of all(page, 'img[src], input[type="image" i][src]')) {
    const data = await parts.dataUrl(picture.getAttribute('src') ?? '', /^image\//);
    if (data) picture.setAttribute('src', data);
    else picture.removeAttribute('src');
  }
}

/** Takes away what would run, fetch, or lead past the mini-browser; addresses are written out, so that the pointer shows where they lead. */
function cleanAttributes(element: Element, base: string): void {
  const isLink = /^(a|area)$/.test(element.localName);
  for (const { name, value } of [...element.attributes]) {
    const local = name.replace(/^xlink:/, '');
    if (name.startsWith('on') || FETCHING.includes(name)) element.removeAttribute(name);
    else if (local === 'src' && !/^data:/i.test(value)) element.removeAttribute(name);
    else if (local === 'href' && !isLink && !value.startsWith('#') && !/^data:image\//i.test(value)) element.removeAttribute(name);
    else if ((local === 'href' && isLink) || local === 'action' || local === 'formaction') element.setAttribute(name, written(value, base));
  }
}

function written(href: string, base: string): string {
  const to = resolveAddress(href, base);
  return to.kind === 'inside' ? `http://localhost${to.url}${to.hash}` : to.href;
}
