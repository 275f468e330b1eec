import { hasBlank } from '@/lib/content/rules';
import type { Exercise } from '@/lib/content/schema';
import { PanelForm } from './panel-form-later';

/**
 * The place to do an exercise: a plain form that works without scripts, which grows an editor when somebody means to work.
 * @param starterHtml the starter, highlighted: drawn under the text area until it is changed
 */
export function ExercisePanel({ exercise, starterHtml }: { exercise: Exercise; starterHtml: string }) {
  const { id, title, starter } = exercise;
  const withBlanks = starterHtml.replace(/\b___\b/g, '<mark>___</mark>');
  return (
    // under npm run dev a saved starter begins anew: the old one would stay in the editor
    <PanelForm key={process.env.NODE_ENV === 'development' ? starter : undefined} exercise={{ id, title, starter, hasBlanks: hasBlank(starter) }}>
      <div dangerouslySetInnerHTML={{ __html: withBlanks }} />
    </PanelForm>
  );
}
