import type { Place, Report } from './report';

/** An id and where it is given. */
export type Claim = { kind: 'course' | 'module' | 'lesson' | 'activity'; id: string; place: Place };

/** Sees that no id is used twice, in whichever course. Exercises and quizzes share one space: progress is kept per activity. */
export class Ids {
  private readonly taken = new Map<string, Place>();
  constructor(private readonly report: Report) {}

  claim({ kind, id, place }: Claim) {
    const key = `${kind} ${id}`;
    const first = this.taken.get(key);
    if (first) this.report.error(place, `the id "${id}" is already used in ${first.file}:${first.line}`, 'ids are unique in all courses: choose another one, and never change one that learners have used');
    else this.taken.set(key, place);
  }
}

/** Reports every value that occurs twice in a list. */
export function reportTwins({ values, what, place, report }: { values: string[]; what: string; place: (index: number) => Place; report: Report }) {
  values.forEach((value, index) => {
    if (values.indexOf(value) < index) report.error(place(index), `the ${what} "${value}" occurs twice`, `give each ${what} its own`);
  });
}
