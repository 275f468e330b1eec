import fs from 'node:fs';
import path from 'node:path';

/**
 * Whether there is a page at this address below /courses/, going by the folders of content/: for `npm run dev`, where pages are
 * not made ahead. A lesson that cannot be read counts as one.
 */
export function isCoursePage(pathname: string, root = 'content'): boolean {
  const [course = '', page, ...more] = pathname.split('/').filter(Boolean).slice(1).map(decodeOrNothing);
  if (more.length || !/^[\w-]+$/.test(course) || !fs.existsSync(path.join(root, 'courses', course, 'course.yaml'))) return false;
  if (page === undefined || page === 'reference') return true;
  return /^[\w-]+$/.test(page) && fs.existsSync(path.join(root, 'courses', course, 'lessons', page, 'lesson.mdx'));
}

function decodeOrNothing(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
