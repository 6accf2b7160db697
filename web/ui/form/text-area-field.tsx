import type { ComponentPropsWithRef } from 'react';
import { describedBy, Field, type FieldProps } from './field.tsx';
import styles from './field.module.css';

type Props = FieldProps & { value: string; onChange: (value: string) => void; rows?: number } & Pick<
    ComponentPropsWithRef<'textarea'>,
    'lang'
  >;

/** A text of several lines; it grows with what is typed where the browser can. */
export function TextAreaField({ id, label, required, plain, support, fault, value, onChange, rows = 8, lang }: Props) {
  const field = { id, label, required, plain, support, fault };
  return (
    <Field {...field}>
      <textarea
        id={id}
        className={styles['control']}
        data-lines=""
        rows={rows}
        lang={lang}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        aria-invalid={fault ? true : undefined}
        aria-describedby={describedBy(field)}
      />
    </Field>
  );
}
