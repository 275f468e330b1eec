'use client';

import { lazyAfterIntent } from '@/components/lazy-after-intent';

/** The quiz, interactive once somebody uses the page. */
export const QuizForm = lazyAfterIntent(() => import('@/lib/quizzes/components/quiz-form').then((module) => module.QuizForm));

/** Run and Edit of an example, likewise. */
export const RunExample = lazyAfterIntent(() => import('@/lib/grading/components/run-example').then((module) => module.RunExample));
