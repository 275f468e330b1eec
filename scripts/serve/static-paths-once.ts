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

/** Changes when a lesson's folder comes or goes, and when a course is saved. */
function signatureOfPages(root: string): string {
  const courses = path.join(root, 'courses');
  return fs
    .readdirSync(courses)
    .map((course) => [course, ...namesIn(path.join(courses, course, 'lessons')), fs.statSync(path.join(courses, course, 'course.yaml'), { throwIfNoEntry: false })?.mtimeMs].join(' '))
    .join('\n');
}

const namesIn = (folder: string): string[] => (fs.existsSync(folder) ? fs.readdirSync(folder).sort() : []);
