import { Callout } from './callout';

/** The errors of a form, each a link to its field. Goes first in the form. */
export function ErrorSummary({ errors, title = 'Please check what you entered' }: { errors: { field: string; message: string }[]; title?: string }) {
  if (errors.length === 0) return null;
  return (
    <Callout tone="bad" title={title} role="alert">
      <ul>
        {errors.map((error) => (
          <li key={`${error.field} ${error.message}`}>{error.field ? <a href={`#${error.field}`}>{error.message}</a> : error.message}</li>
        ))}
      </ul>
    </Callout>
  );
}
