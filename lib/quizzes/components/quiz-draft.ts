import { FIELDS } from '../rules';

/** What is chosen in a quiz but not handed in yet: question id → option id. */
type Chosen = Record<string, string>;

const keyOf = (quizId: string) => `coursewright-quiz:${quizId}`;

/** What was chosen in this browser before, if anything. */
export function readDraft(quizId: string): Chosen | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(quizId)) ?? 'null') as Chosen | null;
  } catch {
    return null;
  }
}

/** Keeps what is chosen until it is handed in; null forgets it. */
export function keepDraft(quizId: string, chosen: Chosen | null): void {
  try {
    if (chosen) localStorage.setItem(keyOf(quizId), JSON.stringify(chosen));
    else localStorage.removeItem(keyOf(quizId));
  } catch {
    // a browser without storage forgets over a reload, and loses nothing else
  }
}

/** What is chosen in the form at this moment. */
export function readChosen(form: HTMLFormElement): Chosen {
  const prefix = FIELDS.answer('');
  const entries = [...new FormData(form).entries()].filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(entries.map(([name, value]) => [name.slice(prefix.length), String(value)]));
}

/** Chooses an option in the form. */
export function check(form: HTMLFormElement, { questionId, optionId }: { questionId: string; optionId: string }): void {
  const input = form.querySelector(`input[name="${CSS.escape(FIELDS.answer(questionId))}"][value="${CSS.escape(optionId)}"]`);
  if (input instanceof HTMLInputElement) input.checked = true;
}
