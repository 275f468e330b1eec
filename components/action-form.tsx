'use client';

import { type ComponentProps, type ReactNode, useActionState, useEffect, useRef } from 'react';
import styles from './action-form.module.css';
import { Button, type ButtonVariant } from './button';
import { Callout } from './callout';
import { ErrorSummary } from './error-summary';

/** What an action hands back: what was typed, what is wrong with it, or what was done. */
export type ActionState = { values: Record<string, string>; errors: Record<string, string>; message: string | null; done: string | null };
type Field = (name: string) => { id: string; name: string; defaultValue: string | undefined; error: string | undefined };
type Props = {
  /** unique on the page; ids of fields begin with it */
  name: string;
  action: (before: ActionState, data: FormData) => Promise<ActionState>;
  /** what fields hold at first */
  values?: Record<string, string>;
  hidden?: Record<string, string>;
  submit: ReactNode;
  variant?: ButtonVariant;
  size?: 's' | 'm';
  children?: (field: Field) => ReactNode;
} & Omit<ComponentProps<'form'>, 'action' | 'children' | 'hidden' | 'name'>;

/**
 * A form around a server action. It works before and without scripts; errors stand beside their fields and above the
 * form, and nothing typed is lost. `children` gets a function that gives a field its name, value and error.
 */
export function ActionForm({ name, action, values = {}, hidden = {}, submit, variant = 'primary', size, children, ...rest }: Props) {
  const [state, send, pending] = useActionState(action, { values, errors: {}, message: null, done: null });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [state]);

  const idOf = (field: string) => `${name}-${field}`;
  const errors = Object.entries(state.errors).map(([field, message]) => ({ field: idOf(field), message }));
  return (
    <form ref={form} className={styles.form} action={send} noValidate {...rest}>
      {state.done && <Callout tone="good" title={state.done} role="status" />}
      {state.message && <Callout tone="bad" title={state.message} role="alert" />}
      {errors.length > 1 && <ErrorSummary errors={errors} />}
      {Object.entries(hidden).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {children?.((field) => ({ id: idOf(field), name: field, defaultValue: state.values[field] ?? values[field], error: state.errors[field] }))}
      <div>
        <Button variant={variant} size={size} aria-disabled={pending || undefined}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
