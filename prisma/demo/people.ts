/** How far a demo learner is: the number of lessons they finished, what they are doing now, and how well it goes. */
export type Learner = {
  name: string;
  finishedLessons: number;
  /** in the next lesson: not begun, some of it done, or stuck at its first exercise */
  now: 'not-begun' | 'working' | 'stuck';
  /** 0 to 1: the share of tries that go wrong first */
  struggles: number;
  lastSeenDaysAgo: number;
};

const learner = (name: string, finishedLessons: number, now: Learner['now'], struggles: number, lastSeenDaysAgo: number): Learner => ({ name, finishedLessons, now, struggles, lastSeenDaysAgo });

export const DEMO_ADDRESSES = '@demo.example.com';
export const INSTRUCTOR = { name: 'Robin Demo', email: `instructor${DEMO_ADDRESSES}` };
export const CLASSROOM = 'Web programming, demo group';

/** 25 learners of one course; Ines, Tobias and Leila are stuck. */
export const LEARNERS: Learner[] = [
  learner('Amara Okafor', 3, 'not-begun', 0.1, 1),
  learner('Benjamin Roth', 3, 'not-begun', 0.3, 2),
  learner('Chiara Conti', 3, 'not-begun', 0.2, 0),
  learner('Daniel Novak', 2, 'working', 0.4, 1),
  learner('Elif Yildiz', 2, 'working', 0.2, 0),
  learner('Finn Larsen', 2, 'working', 0.6, 3),
  learner('Grace Mensah', 2, 'not-begun', 0.3, 4),
  learner('Hugo Martin', 2, 'working', 0.5, 1),
  learner('Ines Ferreira', 1, 'stuck', 0.7, 0),
  learner('Jonas Weber', 1, 'working', 0.4, 2),
  learner('Kavya Rao', 3, 'not-begun', 0.0, 5),
  learner('Leila Haddad', 1, 'stuck', 0.6, 0),
  learner('Mateo Silva', 1, 'working', 0.5, 1),
  learner('Nora Berg', 1, 'working', 0.3, 0),
  learner('Oskar Lind', 1, 'not-begun', 0.4, 9),
  learner('Priya Nair', 2, 'working', 0.1, 1),
  learner('Quentin Dubois', 0, 'working', 0.6, 6),
  learner('Rosa Jimenez', 1, 'working', 0.2, 2),
  learner('Samuel Cohen', 0, 'working', 0.4, 1),
  learner('Tobias Huber', 0, 'stuck', 0.8, 0),
  learner('Uma Petrovic', 1, 'not-begun', 0.5, 3),
  learner('Viktor Popov', 0, 'not-begun', 0.5, 12),
  learner('Wanjiru Kamau', 2, 'not-begun', 0.2, 2),
  learner('Yuki Tanaka', 3, 'not-begun', 0.1, 0),
  learner('Zofia Nowak', 0, 'not-begun', 0.3, 14),
];

/** The address a demo learner signs in with. */
export function emailOf(name: string): string {
  return `${name.toLowerCase().replace(/[^a-z]+/g, '.')}${DEMO_ADDRESSES}`;
}
