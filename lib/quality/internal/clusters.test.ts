import { describe, expect, it } from 'vitest';
import type { FailedProgram } from '../schema';
import { clusterFailures } from './clusters';

const CHECK = 'GET / greets';
const key = {
  solution: '',
  mistakes: [{ id: 'no-default', check: CHECK, pattern: 'NoneType' }],
  exercise: { checkNames: [CHECK, 'POST / saves'], starter: 'app = None\n' },
};
const failure = (learner: number, fields: Partial<FailedProgram> & { message?: string } = {}): FailedProgram => {
  const { message = '`GET /town/Oslo` answered "Rain", not "Sun"', ...rest } = fields;
  return { learner, code: 'print(1)\n', verdict: 'failed', check: { name: CHECK, message, error: null }, error: null, ...rest };
};
const clusters = (...failures: FailedProgram[]) => clusterFailures({ failures, key });

describe('unexplained failures', () => {
  it('that say the same but for what varies are one, with its people, programs and an example', () => {
    const { clusters: found, learners, alone } = clusters(
      failure(1, { code: '# by Ada Lovelace\nprint( 1 )  # one\n' }),
      failure(2, { code: 'print( 1 )\n', message: '`GET /town/Rome` answered "Snow", not "Fog"' }),
      failure(2, { code: 'print(22222222)\n' }),
      failure(3, { message: 'sets no cookie at all' }),
    );
    expect(found).toEqual([
      { check: CHECK, said: '… answered …, not …', learners: 2, submissions: 3, programs: 2, example: 'print( 1 )', suggestion: { id: 'answered-not', pattern: 'answered .+, not' } },
    ]);
    expect([learners, alone]).toEqual([2, 1]);
  });

  it('are told apart by check and by error, and keep the names in an error', () => {
    const error = (message: string) => ({ check: { name: CHECK, message: 'your view stopped', error: { type: 'NameError', message } } });
    const { clusters: found } = clusters(failure(1, error("name 'respnse' is not defined (line 3)")), failure(2, error("name 'respnse' is not defined (line 12)")), failure(1), failure(2));
    expect(found.map(({ said, suggestion }) => [said, suggestion.pattern])).toEqual([
      ["NameError: name 'respnse' is not defined (line …)", "NameError: name 'respnse' is not defined \\(line .+\\)"],
      ['… answered …, not …', 'answered .+, not'],
    ]);
    for (const { suggestion } of found) expect(() => new RegExp(suggestion.pattern)).not.toThrow();
  });

  it('of programs that do not run have no check', () => {
    const stopped = { verdict: 'did-not-run', check: null, error: { type: 'ImportError', message: "cannot import name 'flsk'" } } as const;
    expect(clusters(failure(1, stopped), failure(2, stopped)).clusters).toMatchObject([{ check: null, said: "ImportError: cannot import name 'flsk'", learners: 2 }]);
  });

  it('about which nothing was said go by the program', () => {
    expect(clusters(failure(1, { message: '' }), failure(2, { message: '' }), failure(3, { message: '', code: 'print(2)' })).clusters).toMatchObject([{ learners: 2, said: '' }]);
  });

  it('leave out what is explained, unreadable, unfilled, as it was given, or of a check that is no more', () => {
    const both = (fields: Parameters<typeof failure>[1]) => [failure(1, fields), failure(2, fields)];
    const failures = [
      ...both({ check: { name: CHECK, message: 'stopped', error: { type: 'TypeError', message: "'NoneType' has no len()" } } }),
      ...both({ verdict: 'did-not-run', check: null, error: { type: 'SyntaxError', message: 'invalid syntax' } }),
      ...both({ code: 'print(___)\n' }),
      ...both({ code: '# mine\napp  =  None' }),
      ...both({ check: { name: 'an old check', message: 'no', error: null } }),
    ];
    expect(clusterFailures({ failures, key })).toEqual({ clusters: [], learners: 0, alone: 0 });
  });
});
