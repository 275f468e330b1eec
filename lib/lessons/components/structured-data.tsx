import type { Lesson } from '@/lib/content/schema';
import type { CourseLinks } from '../schema';

/** Data for search engines (schema.org). `<` is escaped so that no text can end the script element. */
function JsonLd({ data }: { data: object }) {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c');
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

/** Search engines want whole addresses. */
const whole = (path: string): string => new URL(path, process.env.SITE_URL ?? 'http://localhost:3000').href;

const organization = { '@type': 'Organization', name: 'Coursewright' };

/** A lesson as a LearningResource that is part of its Course. */
export function LessonStructuredData({ lesson, course }: { lesson: Lesson; course: CourseLinks }) {
  return (
    <JsonLd
      data={{
        '@type': 'LearningResource',
        url: whole(`/courses/${course.slug}/${lesson.slug}`),
        name: lesson.title,
        description: lesson.summary,
        inLanguage: course.language,
        learningResourceType: 'lesson',
        educationalLevel: 'Beginner',
        isAccessibleForFree: true,
        timeRequired: `PT${lesson.minutes}M`,
        teaches: lesson.objectives,
        competencyRequired: lesson.prerequisites,
        isPartOf: { '@type': 'Course', url: whole(`/courses/${course.slug}`), name: course.title, description: course.summary, provider: organization },
      }}
    />
  );
}

/** A course with its lessons. */
export function CourseStructuredData({ course }: { course: CourseLinks }) {
  return (
    <JsonLd
      data={{
        '@type': 'Course',
        url: whole(`/courses/${course.slug}`),
        name: course.title,
        description: course.summary,
        inLanguage: course.language,
        isAccessibleForFree: true,
        provider: organization,
        offers: { '@type': 'Offer', category: 'Free' },
        hasCourseInstance: { '@type': 'CourseInstance', courseMode: 'Online', courseWorkload: `PT${course.minutes}M` },
        syllabusSections: course.modules.map((module) => ({ '@type': 'Syllabus', name: module.title, description: module.summary ?? module.lessons.map((lesson) => lesson.title).join(', ') })),
      }}
    />
  );
}
