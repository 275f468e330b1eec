// A page may name its forms and fields like the methods of documents and forms (`<input name="attributes">`), and the name then
// hides the method. So these are never asked through the object itself.

/** Null for a moment in which a frame has not read the first of its page. */
export const findRoot = (page: Document): Element | null => Document.prototype.querySelector.call(page, 'html');
export const rootOf = (page: Document): Element => {
  const root = findRoot(page);
  if (!root) throw new Error('The page has no root.');
  return root;
};

export const namesOf = (element: Element): string[] => Element.prototype.getAttributeNames.call(element);
export const valueOf = (element: Element, name: string): string | null => Element.prototype.getAttribute.call(element, name);
export const withValue = (element: Element, name: string, value: string): void => Element.prototype.setAttribute.call(element, name, value);
export const without = (element: Element, name: string): void => Element.prototype.removeAttribute.call(element, name);
/** The link that something stands in, or is. */
export function linkAround(target: EventTarget | null): Element | null {
  try {
    return Element.prototype.closest.call(target as Element, 'a, area');
  } catch {
    return null; // the document itself
  }
}
export const listen = <Kind extends keyof DocumentEventMap>(page: Document, kind: Kind, hear: (event: DocumentEventMap[Kind]) => void): void => EventTarget.prototype.addEventListener.call(page, kind, hear as EventListener);
