import { expect, test } from 'vitest';
import { modulesOf, withLesson } from './list-lesson';

const COURSE = `# The course.
id: tea   # never changes
title: "Tea: hot"
modules:
  - id: leaves
    title: Leaves
    lessons:
      # begin here
      - green   # the first
  - id: water
    title: Water
    lessons: [kettle, cup] # two
`;

test('a lesson is added to the end of its module, and nothing else changes', () => {
  expect(withLesson({ text: COURSE, module: 'leaves', lesson: 'black' })).toBe(COURSE.replace('# the first\n', '# the first\n      - black\n'));
  expect(withLesson({ text: COURSE, module: 'water', lesson: 'milk' })).toBe(COURSE.replace('cup]', 'cup, milk]'));
});

test('also when the file does not end with a line break', () => {
  const text = 'id: t\nmodules:\n- id: m\n  lessons:\n  - a';
  expect(withLesson({ text, module: 'm', lesson: 'b' })).toBe(`${text}\n  - b\n`);
});

test('a module that is not there is told', () => expect(() => withLesson({ text: COURSE, module: 'milk', lesson: 'x' })).toThrow('no module "milk"'));

test('the modules are read, or null', () => {
  expect(modulesOf(COURSE)).toMatchObject({ courseId: 'tea', modules: [{ id: 'leaves', lessons: ['green'] }, { id: 'water', lessons: ['kettle', 'cup'] }] });
  expect(modulesOf('title: x\n')).toBeNull();
});
