/** The first part of every address that Next answers, api by its second part. A test holds this list to app/. */
const GROUPS = new Set([
  'account', 'admin', 'agreement', 'api/account', 'api/auth', 'api/exercises', 'api/health', 'api/me', 'api/progress', 'api/quiz-attempts', 'api/runs', 'api/solutions', 'api/submissions', 'api/visits',
  'cards', 'classrooms', 'courses', 'forgot-password', 'join', 'metrics', 'quality', 'quiz-attempts', 'runs', 'set-password', 'sign-in', 'sign-up', 'solutions', 'status', 'submissions',
]);

/** What a request is counted under: one of a closed list, so that strange addresses do not grow the figures without end. */
export function routeGroup(url: string): string {
  const [, first = '', second = ''] = (url.split('?')[0] ?? '').split('/');
  const group = first === 'api' ? `api/${second}` : first;
  return GROUPS.has(group) ? group : first === '' ? 'home' : 'other';
}
