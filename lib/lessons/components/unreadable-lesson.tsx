/** Under `npm run dev`, in the place of a lesson whose frontmatter cannot be read: the author bar stays, and the lesson comes once it is mended. */
export function UnreadableLesson() {
  return <p data-unreadable>This lesson cannot be shown before its frontmatter is mended. The author bar says where.</p>;
}
