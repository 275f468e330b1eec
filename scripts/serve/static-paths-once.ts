import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

type Asked = { pathname: string };
type Server = { prototype: { getStaticPaths: (asked: Asked) => Promise<unknown> } };

/** Next's class of development servers, which has no setting for what follows. */
export const { default: NextDevServer } = createRequire(import.meta.url)('next/dist/server/dev/next-dev-server') as { default: Server };

/**
 * Has Next's development server learn which pages there are only when that may have changed. Left to itself it forks a process
 * for each request, which reads all content anew: a second of a processor's time beside the page that an author waits for.
 */
export function findStaticPathsOnce({ server = NextDevServer, root = 'content' } = {}): void {
  const find = server.prototype.getStaticPaths;
  const found = new Map<string, { pages: string; paths: Promise<unknown> }>();
  server.prototype.getStaticPaths = function (asked) {
    const pages = signatureOfPages(root);
    const before = found.get(asked.pathname);
    if (before?.pages === pages) return before.paths;
    const paths = find.call(this, asked);
    found.set(asked.pathname, { pages, paths });
    paths.catch(() => found.delete(asked.pathname)); // whoever asked is told
    return paths;
  };
}

/** Changes when a lesson's folder comes or goes, and when a course or the frontmatter of a lesson is written otherwise: one that cannot be read has no page. */
function signatureOfPages(root: string): string {
  const courses = path.join(root, 'courses');
  return fs
    .readdirSync(courses)
    .flatMap((course) => {
      const lessons = path.join(courses, course, 'lessons');
      const names = fs.existsSync(lessons) ? fs.readdirSync(lessons).sort() : [];
      return [textOf(path.join(courses, course, 'course.yaml')), ...names.flatMap((name) => [name, textOf(path.join(lessons, name, 'lesson.mdx')).split(/^---$/m, 2).join()])];
    })
    .join('\n');
}

function textOf(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return ''; // not there, or gone since
  }
}
