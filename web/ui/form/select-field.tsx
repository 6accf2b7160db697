import { Icon } from '../icon.tsx';
import { describedBy, Field, type FieldProps } from './field.tsx';
import styles from './field.module.css';

/** Those with the same `group`, which stand together, are shown below its name. */
export type Option = { value: string; label: string; group?: string };

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
          {[...Map.groupBy(options, ({ group }) => group)].map(([group, some]) =>
            group === undefined ? (
              some.map(optionOf)
            ) : (
              <optgroup key={group} label={group}>
                {some.map(optionOf)}
              </optgroup>
            ),
          )}
        </select>
        <Icon name="down" />
      </div>
    </Field>
  );
}

function optionOf({ value, label }: Option) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}
