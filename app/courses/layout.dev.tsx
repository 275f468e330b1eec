import type { ReactNode } from 'react';
import { AuthorIsland } from '@/lib/authoring/components/author-island';

/** Under `npm run dev`, and nowhere else: what is said to authors beside every page of a course (docs/decisions/0072-author-bar.md). */
export default function AuthorLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <AuthorIsland />
      {children}
    </>
  );
}
