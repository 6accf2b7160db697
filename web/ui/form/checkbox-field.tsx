import '@mantine/core/styles/Checkbox.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { FaultText } from './field.tsx';
import styles from './field.module.css';
import { useLocked } from './locked.ts';

type Props = {
  id: string;
  label: string;
  hint?: ReactNode;
  fault?: string | undefined;
  checked: boolean;
  onChange: (checked: boolean) => void;
};

export function CheckboxField({ id, label, hint, fault, checked, onChange }: Props) {
  const locked = useLocked();
  const described = [fault && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={styles['field']} data-fault={fault ? '' : undefined}>
      <label className={styles['choice']}>
        <Checkbox
          id={id}
          checked={checked}
          onChange={(event) => !locked && onChange(event.currentTarget.checked)}
          aria-disabled={locked || undefined}
          aria-label={label}
          aria-describedby={described}
        />
        <span className={styles['choiceText']}>
          <span>{label}</span>
          {hint && (
            <span className={styles['choiceHint']} id={`${id}-hint`}>
              {hint}
            </span>
          )}
        </span>
      </label>
      <FaultText id={id} fault={fault} />
    </div>
  );
}
