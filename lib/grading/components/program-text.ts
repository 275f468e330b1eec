/** String literals and comments: what they say is not what the program does. */
const QUIET = /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\n]*/g;

const spoken = (code: string) => code.replace(QUIET, '""');

/** Whether a program looks as if it called `input()`. A guess by its text: what it guesses wrong costs time, not an answer. */
export const asksForInput = (code: string): boolean => /(?<![.\w])input\s*\(/.test(spoken(code));

/** Whether a program looks as if it made a Flask app, which can be opened once it runs in this browser. */
export const makesFlaskApp = (code: string): boolean => /\bFlask\s*\(/.test(spoken(code));
