'use client';

import { ActionForm } from '@/components/action-form';
import { ChoiceField } from '@/components/choice-field';
import { TextAreaField } from '@/components/text-area-field';
import { sendReport } from '../actions';
import type { ReportKind } from '../schema';

/** as much as the server takes; said here again because zod would come along with the schema */
const MOST = 1000;

const KINDS: { value: ReportKind; label: string; hint: string }[] = [
  { value: 'typo', label: 'A typo', hint: 'A slip in a word or sign. You need not write anything more.' },
  { value: 'broken', label: 'It does not work', hint: 'A program, a check or a link does something else than it should.' },
  { value: 'unclear', label: 'I do not understand it', hint: 'It could be said more simply, or something is missing.' },
  { value: 'wrong', label: 'It is not right', hint: 'What it says is not so, or not so any more.' },
];

type Props = { course: string; lesson: string; at: string; whole: string; choices: { value: string; label: string }[] };

/** Where exactly, what kind of thing, and what is wrong. */
export function ReportForm({ course, lesson, at, whole, choices }: Props) {
  return (
    <ActionForm name="report" action={sendReport} hidden={{ course, lesson, ...(choices.length ? {} : { at }) }} values={{ at, kind: '' }} submit="Send to the authors">
      {(field) => (
        <>
          {choices.length > 0 && <ChoiceField legend="Where exactly?" options={[{ value: at, label: whole }, ...choices]} key={`at ${field('at').defaultValue}`} {...field('at')} />}
          <ChoiceField legend="What is it?" options={KINDS} key={`kind ${field('kind').defaultValue}`} {...field('kind')} />
          <TextAreaField label="What is wrong?" hint={`A sentence or two, at most ${MOST.toLocaleString('en-US')} characters. Please write no names or addresses.`} maxLength={MOST} {...field('text')} />
        </>
      )}
    </ActionForm>
  );
}
