/**
 * Who may see what: every page and every API route of the site, and what each kind of visitor is answered.
 * `access.spec.ts` walks it, and fails when a route of `app/` is missing here.
 */

/** `learner` is in the classroom and made the work; `stranger` has an account and nothing to do with either; `admin` has no other role. */
export const WHO = ['visitor', 'stranger', 'learner', 'otherInstructor', 'instructor', 'admin'] as const;
export type Who = (typeof WHO)[number];

/** A status, or `sign-in`: sent to the sign-in page, which brings them back. */
export type Answer = number | 'sign-in';
export type AccessRow = {
  /** folder in app/, as Next names it */
  route: string;
  method: 'GET' | 'POST';
  /** an address of the route; `{…}` is filled in with what the test made */
  path: string;
  body?: unknown;
  expected: Record<Who, Answer>;
};

const all = (answer: Answer): Record<Who, Answer> => ({ visitor: answer, stranger: answer, learner: answer, otherInstructor: answer, instructor: answer, admin: answer });
const open = all(200);
/** for everybody with an account */
const own = { ...open, visitor: 'sign-in' as const };
/** for the instructors of the classroom alone: also not for the site's admins, who do not read learners' work */
const teaching = { ...all(404), visitor: 'sign-in' as const, instructor: 200 };
const managing = { ...all(404), visitor: 'sign-in' as const, admin: 200 };
/** for the person whose work it is alone; an instructor comes through the classroom instead */
const theirs = { ...all(404), learner: 200 };
/** refused for their form before anybody is looked at */
const malformed = all(400);

const get = (route: string, expected: Record<Who, Answer>, path = route): AccessRow => ({ route, method: 'GET', path, expected });
const post = (route: string, expected: Record<Who, Answer>, body: unknown = {}, path = route): AccessRow => ({ route, method: 'POST', path, body, expected });

export const ACCESS: AccessRow[] = [
  get('/', open),
  get('/courses', open),
  get('/courses/[course]', open, '/courses/flask'),
  get('/courses/[course]/[lesson]', open, '/courses/flask/working-with-cookies'),
  get('/courses/[course]/[lesson]/report', open, '/courses/flask/working-with-cookies/report?at=quiz'),
  get('/courses/[course]/[lesson]/report', all(404), '/courses/flask/no-such-lesson/report'),
  get('/courses/[course]/reference', open, '/courses/flask/reference'),
  get('/courses/[...unknown]', all(404), '/courses/flask/no/such/page'),

  get('/cards/[course]/[card]', open, '/cards/flask/course.png'),
  get('/cards/[course]/[card]', all(404), '/cards/flask/no-such-lesson.png'),
  // without METRICS_TOKEN, and these tests ask from the machine itself: status.spec.ts has the refusals
  get('/metrics', open),
  get('/status', open),
  get('/sitemap.xml', open),
  get('/robots.txt', open),
  get('/manifest.webmanifest', open),

  get('/sign-in', { ...all(307), visitor: 200 }),
  get('/sign-up', { ...all(307), visitor: 200 }),
  get('/forgot-password', { ...all(307), visitor: 200 }),
  get('/sign-in/mail-sent', open),
  get('/set-password', open, '/set-password?token=made-up'),
  get('/account', own),

  get('/join', open),
  get('/join/[code]', open, '/join/{joinCode}'),
  get('/classrooms', own),
  get('/classrooms/new', { ...teaching, otherInstructor: 200 }),
  get('/classrooms/[id]', teaching, '/classrooms/{classroom}'),
  get('/classrooms/[id]/settings', teaching, '/classrooms/{classroom}/settings'),
  get('/classrooms/[id]/learners/[userId]', teaching, '/classrooms/{classroom}/learners/{learner}'),
  get('/classrooms/[id]/learners/[userId]', { ...teaching, instructor: 404 }, '/classrooms/{classroom}/learners/{stranger}'),
  get('/classrooms/[id]/learners/[userId]', { ...teaching, instructor: 404 }, '/classrooms/{otherClassroom}/learners/{learner}'),
  get('/classrooms/[id]/learners/[userId]/exercises/[exerciseId]', teaching, '/classrooms/{classroom}/learners/{learner}/exercises/{exercise}'),
  get('/classrooms/[id]/learners/[userId]/exercises/[exerciseId]', { ...teaching, instructor: 404 }, '/classrooms/{classroom}/learners/{stranger}/exercises/{exercise}'),

  get('/agreement', managing),
  get('/quality', managing),
  get('/quality/[course]', managing, '/quality/flask'),
  get('/quality/[course]/[lesson]', managing, '/quality/flask/working-with-cookies'),
  get('/quality/[course]/[lesson]', { ...managing, admin: 404 }, '/quality/flask/no-such-lesson'),
  get('/admin', managing),
  get('/admin/people/[userId]', managing, '/admin/people/{learner}'),

  get('/submissions', open, '/submissions?exercise={exercise}'),
  get('/submissions/[id]', theirs, '/submissions/{submission}'),
  get('/solutions/[exerciseId]', open, '/solutions/{exercise}'),
  get('/quiz-attempts/[id]', theirs, '/quiz-attempts/{attempt}'),
  get('/runs', all(404), '/runs?example=no-such-lesson/example'),

  get('/api/health', open),
  get('/api/health/ready', open),
  get('/api/me', open),
  get('/api/progress', open, '/api/progress?course=flask'),
  get('/api/account/export', { ...open, visitor: 401 }),
  get('/api/auth/[...nextauth]', all(404), '/api/auth/session'),
  get('/api/auth/[...nextauth]', all(404), '/api/auth/csrf'),
  get('/api/submissions', open, '/api/submissions?exercise={exercise}'),
  get('/api/submissions/[id]', theirs, '/api/submissions/{submission}'),
  get('/api/exercises/[id]/visible-checks', open, '/api/exercises/{exercise}/visible-checks'),
  get('/api/exercises/[id]/visible-checks', all(404), '/api/exercises/no-such-exercise/visible-checks'),
  get('/api/solutions/[exerciseId]', all(403), '/api/solutions/{exercise}'),
  get('/api/quiz-attempts', open, '/api/quiz-attempts?quiz={quiz}'),

  post('/api/submissions', malformed),
  post('/api/submissions/[id]/advice', { ...malformed, visitor: 404 }, {}, '/api/submissions/{submission}/advice'),
  // the learner's own, which has no result to compare with
  post('/api/submissions/[id]/advice', { ...all(404), learner: 409 }, { contentHash: 'none', seed: 1, outcome: 'ran', error: '', checks: [], versions: {} }, '/api/submissions/{submission}/advice'),
  post('/api/submissions/[id]/regrade', { ...all(404), learner: 202 }, {}, '/api/submissions/{submission}/regrade'),
  post('/api/runs', malformed),
  post('/api/quiz-attempts', malformed),
  post('/api/visits', malformed),
];
