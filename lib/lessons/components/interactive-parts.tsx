'use client';

import { lazyAfterIntent } from '@/components/lazy-after-intent';
// the look cannot wait for the scripts
import '@/lib/grading/components/run-example.module.css';
import '@/lib/quizzes/components/quiz.module.css';

/** The quiz, interactive once somebody uses the page. */
export const QuizForm = lazyAfterIntent(() => import('@/lib/quizzes/components/quiz-form').then((module) => module.QuizForm));

/** Run and Edit of an example, likewise. */
export const RunExample = lazyAfterIntent(() => import('@/lib/grading/components/run-example').then((module) => module.RunExample));
