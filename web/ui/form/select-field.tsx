import { Icon } from '../icon.tsx';
import { describedBy, Field, type FieldProps } from './field.tsx';
import styles from './field.module.css';

export type Option = { value: string; label: string };

type Props = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  options: readonly Option[];
  width?: 'short' | 'medium';
  autoComplete?: string;
};

/** The browser's own list: it is the one that works best with phones and screen readers. */
export function SelectField({
  id,
  label,
  required,
  plain,
  support,
  fault,
  value,
  onChange,
  options,
  width,
  autoComplete,
}: Props) {
  const field = { id, label, required, plain, support, fault };
  return (
    <Field {...field}>
      <div className={styles['select']} data-width={width}>
        <select
          id={id}
          className={styles['control']}
          value={value}
          autoComplete={autoComplete}
          onChange={(event) => onChange(event.currentTarget.value)}
          aria-invalid={fault ? true : undefined}
          aria-describedby={describedBy(field)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </div>
    </Field>
  );
}
