/** Next asks for this file. Lessons get their components where they are rendered (lib/lessons), so it adds none. */
export const useMDXComponents = () => ({});
