/** Letters and digits that cannot be taken for one another when read aloud or off a board: no 0 and O, 1, I and L, U and V, 2 and Z, 5 and S, 8 and B. */
export const JOIN_CODE_ALPHABET = 'ACDEFGHJKMNPQRTVWXY34679';
/** 24^8 is about 1.1e11 codes: with a thousand classrooms one guess in a hundred million fits. */
export const JOIN_CODE_LENGTH = 8;

/** The code in a join code's text, however it was typed: spaces, hyphens and small letters do not matter. Null when it cannot be one. */
export function parseJoinCode(text: string): string | null {
  const code = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const fits = code.length === JOIN_CODE_LENGTH && [...code].every((sign) => JOIN_CODE_ALPHABET.includes(sign));
  return fits ? code : null;
}

/** A join code as people see it: ABCD-EFGH is easier to read aloud than ABCDEFGH. */
export const formatJoinCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** A name to show, for people who never gave one. */
export const displayName = (person: { name: string | null; email?: string | null }): string => person.name || person.email?.split('@')[0] || 'Unnamed learner';

/** Names as a sentence: “Ada”, “Ada and Grace”, “Ada, Grace, and Alan”. */
export const joinNames = (names: string[]): string => new Intl.ListFormat('en-US', { type: 'conjunction' }).format(names);

/** Sentences for `?done=…` after an action that ended on another page. An unknown word says nothing. */
export function describeDone(done: string | string[] | undefined): string | null {
  if (done === 'joined') return 'You are in the classroom now.';
  if (done === 'left') return 'You have left the classroom.';
  if (done === 'removed') return 'Removed from the classroom.';
  return null;
}
