// A thread that reads lessons: each message is a LessonJob, each answer its LessonReport. Started by read-lessons.ts.
import { parentPort } from 'node:worker_threads';
import { type LessonJob, reportOnLesson } from '../../lib/content/answer-key';

parentPort?.on('message', (job: LessonJob) => parentPort?.postMessage(reportOnLesson(job)));
