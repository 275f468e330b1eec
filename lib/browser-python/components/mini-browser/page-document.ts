// Makes of an app's page a document that can be shown here: nothing in it runs, and nothing of it is fetched but from the app.
import type { AppResponse } from '../../schema';
import { resolveAddress } from '../visits/address';
import { headerOf, textOf } from '../visits/answer-kind';
import { asDataUrl } from './data-url';
import { namesOf, rootOf, valueOf, withValue, without } from './named-parts';

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
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'";
/** more parts than this are left out */
const MAX_PARTS = 40;
const RUNS_NOTHING = 'script, base, meta[http-equiv], iframe, frame, object, embed, applet, portal, fencedframe, video, audio, source, track, template[shadowrootmode]';
const FETCHING = ['srcset', 'sizes', 'ping', 'background', 'poster', 'target', 'formtarget', 'imagesrcset', 'attributionsrc'];

/** @throws Error when the page cannot be made sense of */
export async function pageDocument({ html, base, part }: { html: string; base: string; part: Part }): Promise<PageDocument> {
  const root = rootOf(new DOMParser().parseFromString(html, 'text/html')); // inert: it runs and fetches nothing
  const from = baseOf(root, base);
  const hasScripts = root.querySelector('script') !== null || all(root, '*').some(isScripted);
  const parts = partsOf(part, from);
  await inlineStyles(root, parts);
  await inlinePictures(root, parts);
  let leftOut = parts.leftOut();
  for (const element of all(root, RUNS_NOTHING)) {
    if (/^(iframe|frame|object|embed|applet|video|audio)$/.test(element.localName)) leftOut += 1;
    element.remove();
  }
  for (const element of [root, ...all(root, '*')]) cleanAttributes(element, from);
  const policies = [
    ['Content-Security-Policy', POLICY],
    ['x-dns-prefetch-control', 'off'],
  ].map(([name, content]) => `<meta http-equiv="${name}" content="${content}">`);
  root.querySelector(':scope > head')?.insertAdjacentHTML('afterbegin', policies.join(''));
  return { html: `<!doctype html>${root.outerHTML}`, title: root.querySelector('title')?.textContent?.trim() ?? '', hasScripts, leftOut };
}

const all = (root: Element, selector: string): Element[] => [...root.querySelectorAll(selector)];

function isScripted(element: Element): boolean {
  return namesOf(element).some((name) => name.startsWith('on') || /^\s*javascript:/i.test(valueOf(element, name) ?? ''));
}

/** What `<base href>` says, as long as it stays with the app. */
function baseOf(root: Element, base: string): string {
  const to = resolveAddress(root.querySelector('base[href]')?.getAttribute('href') ?? '', base);
  return to.kind === 'inside' ? to.url : base;
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

async function inlineStyles(root: Element, parts: Parts): Promise<void> {
  for (const link of all(root, 'link')) {
    const isSheet = /\bstylesheet\b/i.test(link.getAttribute('rel') ?? '');
    const text = isSheet ? await parts.text(link.getAttribute('href') ?? '') : null;
    if (text === null) {
      link.remove();
      continue;
    }
    const style = root.ownerDocument.createElement('style');
    const media = link.getAttribute('media');
    if (media) style.setAttribute('media', media);
    style.textContent = text;
    link.replaceWith(style);
  }
  for (const style of all(root, 'style')) style.textContent = await inlineCss(style.textContent ?? '', parts);
  for (const element of all(root, '[style]')) withValue(element, 'style', await inlineCss(valueOf(element, 'style') ?? '', parts));
}

const ADDRESS = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*?))\s*\)/gi;

/** Pictures of a style sheet, in place of their addresses. */
async function inlineCss(css: string, parts: Parts): Promise<string> {
  const withoutImports = css.replace(/@import[^;]*(;|$)/gi, () => {
    parts.leave();
    return '';
  });
  let made = '';
  let end = 0;
  for (const found of withoutImports.matchAll(ADDRESS)) {
    const data = await parts.dataUrl(found[1] ?? found[2] ?? found[3] ?? '', /^image\//);
    made += `${withoutImports.slice(end, found.index)}url("${data ?? 'data:,'}")`;
    end = found.index + found[0].length;
  }
  return made + withoutImports.slice(end);
}

async function inlinePictures(root: Element, parts: Parts): Promise<void> {
  for (const picture of all(root, 'img[src], input[type="image" i][src]')) {
    const data = await parts.dataUrl(picture.getAttribute('src') ?? '', /^image\//);
    if (data) picture.setAttribute('src', data);
    else picture.removeAttribute('src');
  }
}

/** Takes away what would run, fetch, or lead past the mini-browser; addresses are written out, so that the pointer shows where they lead. */
function cleanAttributes(element: Element, base: string): void {
  const isLink = /^(a|area)$/.test(element.localName);
  for (const name of namesOf(element)) {
    const value = valueOf(element, name) ?? '';
    const local = name.replace(/^xlink:/, '');
    if (name.startsWith('on') || FETCHING.includes(name)) without(element, name);
    else if (local === 'src' && !/^data:/i.test(value)) without(element, name);
    else if (local === 'href' && !isLink && !value.startsWith('#') && !/^data:image\//i.test(value)) without(element, name);
    else if ((local === 'href' && isLink) || local === 'action' || local === 'formaction') withValue(element, name, written(value, base));
  }
}

function written(href: string, base: string): string {
  const to = resolveAddress(href, base);
  return to.kind === 'inside' ? `http://localhost${to.url}${to.hash}` : to.href;
}
