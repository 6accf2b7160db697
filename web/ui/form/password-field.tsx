import { useState, type ComponentPropsWithRef } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from '../icon.tsx';
import { Hidden } from '../layout.tsx';
import { describedBy, Field, type FieldProps } from './field.tsx';
import styles from './field.module.css';

/** `met` is null for a rule that only the server can judge. */
export type PasswordRuleShown = { text: string; met: boolean | null };

type Props = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  /** Listed before typing and ticked off while typing. */
  rules?: readonly PasswordRuleShown[];
} & Pick<ComponentPropsWithRef<'input'>, 'autoComplete' | 'name'>;

export function PasswordField({ id, label, required, plain, support, fault, value, onChange, rules, ...input }: Props) {
  const t = useTranslations('ui.password');
  const [shown, setShown] = useState(false);
  const field = { id, label, required, plain, support, fault };
  return (
    <Field {...field}>
      {rules && <Rules id={`${id}-rules`} rules={rules} />}
      <div className={styles['withButton']}>
        <input
          {...input}
          id={id}
          className={styles['control']}
          type={shown ? 'text' : 'password'}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={fault ? true : undefined}
          aria-describedby={describedBy(field, rules && `${id}-rules`)}
        />
        <button
          type="button"
          className={styles['inside']}
          aria-label={shown ? t('hide') : t('show')}
          aria-controls={id}
          onClick={() => setShown(!shown)}
        >
          <Icon name={shown ? 'eyeOff' : 'eye'} />
        </button>
      </div>
    </Field>
  );
}

function Rules({ id, rules }: { id: string; rules: readonly PasswordRuleShown[] }) {
  const t = useTranslations('ui.password');
  return (
    <ul id={id} className={styles['rules']} aria-label={t('rules')}>
      {rules.map(({ text, met }) => (
        <li key={text} data-met={met ? '' : undefined}>
          <span>{met && <Icon name="check" size="0.9rem" />}</span>
          <span>
            {text} <Hidden>{met === null ? t('later') : met ? t('met') : t('notMet')}</Hidden>
          </span>
        </li>
      ))}
    </ul>
  );
}
