import type { ComponentPropsWithRef } from 'react';
import { describedBy, Field, type FieldProps } from './field.tsx';
import styles from './field.module.css';
import { useLocked } from './locked.ts';

type Input = Omit<ComponentPropsWithRef<'input'>, 'id' | 'onChange' | 'value' | 'required' | 'placeholder' | 'style'>;
export type TextFieldProps = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  width?: 'short' | 'medium';
  /** Digits of one width, for keys and IDs. */
  code?: boolean;
} & Input;

export function TextField({
  id,
  label,
  required,
  plain,
  support,
  fault,
  value,
  onChange,
  width,
  code,
  ...input
}: TextFieldProps) {
  const field = { id, label, required, plain, support, fault };
  const locked = useLocked();
  return (
    <Field {...field}>
      <input
        type="text"
        readOnly={locked}
        {...input}
        id={id}
        className={styles['control']}
        data-width={width}
        data-code={code ? '' : undefined}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        aria-invalid={fault ? true : undefined}
        aria-describedby={describedBy(field)}
      />
    </Field>
  );
}

/** A phone number as people write it; hyphens, blanks and full width are taken as they come (P-18). */
export function PhoneField(props: TextFieldProps) {
  return <TextField width="medium" autoComplete="tel" {...props} type="tel" inputMode="tel" />;
}

export function MailField(props: TextFieldProps) {
  // type="email" would let the browser rewrite international domains before we see what was typed.
  return (
    <TextField autoComplete="email" {...props} type="text" inputMode="email" autoCapitalize="none" spellCheck={false} />
  );
}
