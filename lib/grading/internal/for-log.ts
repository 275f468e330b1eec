const LONGEST = 300;

/** What a log may hold of a fault: it can quote a program, so only its beginning. */
export const forLog = (fault: string): string => fault.slice(0, LONGEST);
