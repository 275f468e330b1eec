import { Callout } from '@/components/callout';

export const notLoadedInWords = 'The site cannot be reached, and the part of this page that does the work is not on your device yet. Your code is safe; try again in a moment.';

/** Where the script that does the work cannot be loaded: without it, a press of a button would show nothing. It is read aloud by the form. */
export function NotLoaded() {
  return <Callout tone="warn">{notLoadedInWords}</Callout>;
}
