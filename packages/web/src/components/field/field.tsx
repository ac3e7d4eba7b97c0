import { useId, type ReactNode, type ComponentProps } from 'react';

import css from '#components/field/field.module.css';
import { classNames } from '#lib/class-names.ts';

interface FieldProps extends ComponentProps<'input'> {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** A button inside the input's right edge. */
  button?: ReactNode;
}

/** A labelled input; its hint, or the error that replaces it, is read out with it. */
export function Field({ label, hint, error, button, ...input }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const note = error ?? hint;
  return (
    <div className={css['field']}>
      <label className={css['label']} htmlFor={id}>
        {label}
      </label>
      <div className={css['control']}>
        <input
          {...input}
          id={id}
          className={classNames(css['input'], button !== undefined && css['withButton'])}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={note === undefined ? undefined : noteId}
        />
        {button}
      </div>
      <p
        id={noteId}
        className={classNames(css['note'], hint !== undefined && css['kept'], error !== undefined && css['error'])}
      >
        {note}
      </p>
    </div>
  );
}
