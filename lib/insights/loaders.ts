import 'server-only';
import { notFound } from 'next/navigation';
import { findLearner } from '@/lib/classrooms/data';
import { joinLink, loadAccess } from '@/lib/classrooms/loaders';
import { displayName } from '@/lib/classrooms/rules';
import type { ClassroomAccess, Member } from '@/lib/classrooms/schema';
import { highlightPython, listCourses } from '@/lib/content/data';
import type { Course } from '@/lib/content/schema';
import { readRegradings, toReceipt, toResultView } from '@/lib/grading/service';
import { countAttempts, countSubmissions, listLatestSubmissions, listSubmissions, readOutcomes, readTotals } from './data';
import { buildLines, buildRows, lessonColumns, shareOfClassroom, sortLearners } from './rules';
import type { SortKey, SubmissionLine, SubmissionRecord } from './schema';

const LEARNERS_PER_PAGE = 50;
type Params = Record<string, string | string[] | undefined>;

/** The learners × lessons table of a classroom, for its instructors. */
export async function loadClassroom({ classroomId, params }: { classroomId: string; params: Params }) {
  const access = await loadAccess({ classroomId, here: `/classrooms/${classroomId}` });
  const course = await findCourseOf(access);
  const columns = course ? lessonColumns(course) : [];
  const activityIds = columns.flatMap((column) => column.activities.map((activity) => activity.id));
  const { learners, passedCounts } = await readTotals(access, activityIds);

  const sort = readSort(params.sort);
  const pages = Math.max(1, Math.ceil(learners.length / LEARNERS_PER_PAGE));
  const page = Math.min(pages, readPage(params.page));
  const shown = sortLearners({ learners, sort }).slice((page - 1) * LEARNERS_PER_PAGE, page * LEARNERS_PER_PAGE);
  const outcomes = await readOutcomes(access, shown.map((learner) => learner.userId));
  return {
    access,
    joinLink: joinLink(access.joinCode),
    courseTitle: course?.title ?? access.courseId,
    columns,
    activities: activityIds.length,
    rows: buildRows({ columns, learners: shown, outcomes }),
    shares: shareOfClassroom({ columns, passedCounts, learners: learners.length }),
    learners: learners.length,
    sort,
    page,
    pages,
    now: new Date(),
  };
}

/** One learner of a classroom, activity by activity, and what they handed in last. */
export async function loadLearner({ classroomId, userId }: { classroomId: string; userId: string }) {
  const { access, learner, course } = await loadLearnerAccess({ classroomId, userId, rest: '' });
  const [outcomes, submissions, attempts, latest] = await Promise.all([readOutcomes(access, [userId]), countSubmissions(access, userId), countAttempts(access, userId), listLatestSubmissions(access, userId)]);
  const columns = course ? lessonColumns(course) : [];
  const titles = new Map(columns.flatMap((column) => column.activities.map(({ id, title }) => [id, title] as const)));
  return {
    access,
    learner,
    name: displayName(learner),
    lessons: buildLines({ columns, outcomes, submissionCounts: new Map([...submissions, ...attempts]) }),
    latest: latest.map((submission) => ({ ...submission, title: titles.get(submission.exerciseId) ?? null })),
    lastActive: outcomes.reduce<Date | null>((last, { lastAt }) => (!last || lastAt > last ? lastAt : last), null),
    now: new Date(),
  };
}

/** One learner's submissions to one exercise, with code, verdict and checks; also to one that has left the course. */
export async function loadLearnerSubmissions({ classroomId, userId, exerciseId, params }: { classroomId: string; userId: string; exerciseId: string; params: Params }) {
  const { access, learner, course } = await loadLearnerAccess({ classroomId, userId, rest: `/exercises/${exerciseId}` });
  const lesson = course?.modules.flatMap((part) => part.lessons).find((candidate) => candidate.exercises.some((exercise) => exercise.id === exerciseId));
  const exercise = lesson?.exercises.find((candidate) => candidate.id === exerciseId);
  const page = readPage(params.page);
  const { submissions, total, pages } = await listSubmissions(access, { learnerId: userId, exerciseId, page });
  if (!exercise && total === 0) notFound();
  const lines = submissions.map((submission) => toLine(submission));
  return { access, name: displayName(learner), learnerHref: `/classrooms/${classroomId}/learners/${userId}`, exercise: { id: exerciseId, title: exercise?.title ?? exerciseId }, lessonTitle: lesson?.title ?? 'No longer in the course', submissions: await Promise.all(lines), total, page, pages };
}

/** A submission as its learner's instructor sees it: with what the verdict rests on, seed included. */
async function toLine({ id, exerciseId, contentHash, code, verdict, result, createdAt, finishedAt }: SubmissionRecord): Promise<SubmissionLine> {
  const [codeHtml, view, receipt, regradings] = await Promise.all([
    highlightPython(code),
    result && toResultView(result),
    result && finishedAt ? toReceipt({ exerciseId, contentHash, result, gradedAt: finishedAt }, { withSeed: true }) : null,
    readRegradings({ id, exerciseId }, { withSeed: true }),
  ]);
  return { id, verdict, createdAt, codeHtml, result: view, receipt, regradings };
}

/** Access to one learner: the reader teaches the classroom, and the learner is in it. 404 otherwise. */
async function loadLearnerAccess({ classroomId, userId, rest }: { classroomId: string; userId: string; rest: string }): Promise<{ access: ClassroomAccess; learner: Member; course: Course | null }> {
  const access = await loadAccess({ classroomId, here: `/classrooms/${classroomId}/learners/${userId}${rest}` });
  const [learner, course] = await Promise.all([findLearner(access, userId), findCourseOf(access)]);
  if (!learner) notFound();
  return { access, learner, course };
}

const findCourseOf = async ({ courseId }: ClassroomAccess): Promise<Course | null> => (await listCourses()).find((course) => course.id === courseId) ?? null;
const readPage = (text: Params[string]): number => Math.max(1, Math.trunc(Number(text) || 1));
const readSort = (text: Params[string]): SortKey => (text === 'progress' || text === 'active' ? text : 'name');
