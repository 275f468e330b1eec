// Checks speak with the program over a line of their own; where containers cannot be joined, Node passes on every word.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContainerPair } from '../../lib/grading/internal/check-run';
import type { GradingJob } from '../../lib/grading/internal/grading-run';
import { attackCases, HONEST } from '../../scripts/attacks/cases';
import { closePair, gradeInPair, inWords, openPair, read } from './opened';

const CHECKS = `
from coursewright import check, fail

@check("prints")
def prints(client, program):
    program.call("say", "one").__str__()
    client.get("/").expect_status(200)
    program.try_call("say", "two")
    fail("see what it printed")

@check("answers")
def answers(client):
    client.get("/").expect_body("hi")
`;
const PROGRAM = `
import sys
from flask import Flask
app = Flask(__name__)
print("loading")
def say(word):
    print(word)
    print(word.upper(), file=sys.stderr)
@app.get("/")
def index():
    return "hi"
`;

/** one for each way in which a program can be lost, or lie */
const HOSTILE = attackCases().filter(({ name }) => ['endless-view', 'app-loops', 'output-flood', 'thread-answers', 'crash-in-view', 'exit-at-import', 'surrogates', 'slow-body', 'lying-length', 'pipes-filled'].includes(name));

let pair: ContainerPair;

beforeAll(async () => {
  pair = await openPair();
}, 60_000);
afterAll(() => closePair(pair));

const grade = (job: Omit<GradingJob, 'seed'>, { relayed }: { relayed: boolean }) => gradeInPair(pair, job, { relayed });

describe.each([{ relayed: false }, { relayed: true }])('relayed: $relayed', ({ relayed }) => {
  it('joins the containers, or does not', async () => {
    const result = await grade({ code: HONEST, checks: read('attacks', 'checks.py') }, { relayed });
    expect([inWords(result), pair.learner.linked]).toEqual(['passed', !relayed]);
  });

  it('tells what was printed, and during which check', async () => {
    const { checks, stdout, stderr, usage } = await grade({ code: PROGRAM, checks: CHECKS }, { relayed });
    expect(checks.map(({ status, output }) => [status, output])).toEqual([['failed', 'one\nONE\ntwo\nTWO\n'], ['passed', '']]);
    expect([stdout, stderr, usage?.outputBytes]).toEqual(['loading\none\ntwo\n', 'ONE\nTWO\n', 24]);
  });

  it.each(HOSTILE)('contains $name, and the next job in the same containers is as ever', async ({ code, checks, expected }) => {
    expect(expected).toContain(inWords(await grade({ code, checks }, { relayed })));
    expect(inWords(await grade({ code: HONEST, checks: read('attacks', 'checks.py') }, { relayed }))).toBe('passed');
  });
});
