import { describe, expect, it } from 'vitest';
import { whereToGoOn } from './rules';

const lessons = [
  { id: 'one', path: '/courses/c/one', activityIds: ['one-task'] },
  { id: 'two', path: '/courses/c/two', activityIds: ['two-task', 'two-quiz'] },
  { id: 'three', path: '/courses/c/three', activityIds: ['three-task'] },
];
const passed = (activityId: string) => ({ activityId, kind: 'exercise' as const, lessonId: '', attempts: 1, bestScore: 1, passed: true });

describe('whereToGoOn', () => {
  it('is nowhere for somebody who has not begun', () => {
    expect(whereToGoOn({ lessons, activities: [], lastLessonId: null })).toBeNull();
  });
  it('stays in the last lesson while something in it is undone', () => {
    expect(whereToGoOn({ lessons, activities: [passed('two-task')], lastLessonId: 'two' })).toBe('/courses/c/two');
  });
  it('moves to the next undone lesson when the last one is done', () => {
    expect(whereToGoOn({ lessons, activities: [passed('one-task')], lastLessonId: 'one' })).toBe('/courses/c/two');
  });
  it('comes back to a lesson that was jumped over', () => {
    expect(whereToGoOn({ lessons, activities: [passed('three-task')], lastLessonId: 'three' })).toBe('/courses/c/one');
  });
  it('forgets a lesson that left the course', () => {
    expect(whereToGoOn({ lessons, activities: [], lastLessonId: 'gone' })).toBeNull();
  });
  it('stays at the end when all is done', () => {
    const activities = ['one-task', 'two-task', 'two-quiz', 'three-task'].map(passed);
    expect(whereToGoOn({ lessons, activities, lastLessonId: 'three' })).toBe('/courses/c/three');
  });
});
