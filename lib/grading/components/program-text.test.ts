import { describe, expect, it } from 'vitest';
import { asksForInput, makesFlaskApp } from './program-text';

describe('asksForInput', () => {
  it.each(['name = input("Who? ")', 'n = int( input () )', 'for line in iter(input, ""):\n    x = input()'])('sees the call in %j', (code) => {
    expect(asksForInput(code)).toBe(true);
  });

  it.each(['# input() comes later', 'print("call input() yourself")', "'''\ninput()\n'''", 'form.input("x")', 'my_input("x")', 'print("it\'s")  # input()', 'input = 3'])('sees none in %j', (code) => {
    expect(asksForInput(code)).toBe(false);
  });
});

describe('makesFlaskApp', () => {
  it('sees an app that is made, not one that is spoken of', () => {
    expect(makesFlaskApp('from flask import Flask\napp = Flask(__name__)')).toBe(true);
    expect(makesFlaskApp('import flask\napp = flask.Flask("x")')).toBe(true);
    expect(makesFlaskApp('# app = Flask(__name__)\nprint("Flask()")')).toBe(false);
    expect(makesFlaskApp('from flask import Flask')).toBe(false);
  });
});
