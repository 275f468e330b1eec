/** What the panel needs of an exercise in the browser. */
export type PanelExercise = { id: string; title: string; starter: string; hasBlanks: boolean };

const keyOf = (exerciseId: string) => `coursewright:draft:${exerciseId}`;

/** The code a learner was writing when they left, or null. A browser that forbids storage has none. */
export function readDraft(exerciseId: string): string | null {
  try {
    return localStorage.getItem(keyOf(exerciseId));
  } catch {
    return null;
  }
}

/** Keeps what is being written, so that a reload or a crash loses nothing. The untouched starter is not a draft. */
export function saveDraft({ exercise, code }: { exercise: PanelExercise; code: string }): void {
  try {
    if (code === exercise.starter) localStorage.removeItem(keyOf(exercise.id));
    else localStorage.setItem(keyOf(exercise.id), code);
  } catch {
    // Full or forbidden: the code is still on the screen.
  }
}
