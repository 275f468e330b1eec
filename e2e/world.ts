import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext } from '@playwright/test';
import type pg from 'pg';
import { WHO, type Who } from './access-table';
import type { People } from './fixtures';

/** what the learner of the world worked on */
export const EXERCISE = 'flask-cookies-remember-language';
const QUIZ = 'flask-cookies-quiz';
const COURSE = 'flask';

const ROLES = { visitor: null, stranger: [], learner: [], otherInstructor: ['instructor'], instructor: ['instructor'], admin: ['admin'] } as const;

/** A browser for each kind of visitor, signed in as what they are. */
export async function everybody({ browser, people, ...options }: { browser: Browser; people: People; baseURL: string | undefined; javaScriptEnabled?: boolean }) {
  const ids = {} as Record<Who, string>;
  const contexts = {} as Record<Who, BrowserContext>;
  for (const who of WHO) {
    const roles = ROLES[who];
    contexts[who] = await browser.newContext(options);
    ids[who] = roles ? (await people.signIn(contexts[who], { name: who, roles: [...roles] })).id : '';
  }
  const close = async () => {
    for (const who of WHO) await contexts[who].close();
  };
  return { ids, contexts, close };
}

/** A classroom with one learner who handed something in, and a second classroom of somebody else. */
export async function makeWorld(database: pg.Client, ids: Record<Who, string>): Promise<Record<string, string>> {
  const world = { classroom: randomUUID(), otherClassroom: randomUUID(), joinCode: joinCode(), submission: randomUUID(), attempt: randomUUID(), exercise: EXERCISE, quiz: QUIZ, learner: ids.learner, stranger: ids.stranger };
  const room = 'INSERT INTO "Classroom" (id, "courseId", name, "joinCode") VALUES ($1, $2, $3, $4)';
  await database.query(room, [world.classroom, COURSE, 'Tuesday', world.joinCode]);
  await database.query(room, [world.otherClassroom, COURSE, 'Thursday', joinCode()]);
  const member = 'INSERT INTO "ClassroomMember" ("classroomId", "userId", role) VALUES ($1, $2, $3::"ClassroomRole")';
  await database.query(member, [world.classroom, ids.instructor, 'instructor']);
  await database.query(member, [world.classroom, ids.learner, 'learner']);
  await database.query(member, [world.otherClassroom, ids.otherInstructor, 'instructor']);
  await database.query(member, [world.otherClassroom, ids.stranger, 'learner']);
  await database.query(
    `INSERT INTO "Submission" (id, "learnerId", "courseId", "lessonId", "exerciseId", code, "idempotencyKey", "contentHash", seed, verdict, "finishedAt")
     VALUES ($1, $2, $3, 'working-with-cookies', $4, 'the_learners_own_code()', $1, 'x', 1, 'failed', now())`,
    [world.submission, ids.learner, COURSE, EXERCISE],
  );
  await database.query(
    `INSERT INTO "QuizAttempt" (id, "learnerId", "courseId", "lessonId", "quizId", "idempotencyKey", "contentHash", answers, score, total)
     VALUES ($1, $2, $3, 'working-with-cookies', $4, $1, 'x', '{}', 0, 10)`,
    [world.attempt, ids.learner, COURSE, QUIZ],
  );
  await database.query(
    `INSERT INTO "LessonReport" (id, "learnerId", "courseId", "lessonId", anchor, kind, text, quote, "contentHash", "sameAs")
     VALUES ($1, $2, $3, 'flask-cookies', 'send-a-cookie', 'unclear', 'Where is the cookie?', 'Send a cookie', 'x', $1)`,
    [randomUUID(), ids.learner, COURSE],
  );
  return world;
}

const joinCode = () => Array.from({ length: 8 }, () => 'ACDEFGHJKMNPQRTVWXY34679'[Math.floor(Math.random() * 24)]).join('');

/** An address with what was made in place of `{…}`. */
export const fill = (text: string, world: Record<string, string>) => text.replace(/\{(\w+)\}/g, (_, name: string) => world[name] ?? `no ${name}`);
