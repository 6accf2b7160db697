import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from '../icon.tsx';
import styles from './field.module.css';

export type FieldProps = {
  id: string;
  label: string;
  required?: boolean | undefined;
  /** Says nothing about being required or optional, where the form is too small for doubt (login). */
  plain?: boolean | undefined;
  support?: ReactNode;
  fault?: string | undefined;
};

/** The IDs of what describes a field, for `aria-describedby`. */
export function describedBy({ id, support, fault }: FieldProps, more?: string): string | undefined {
  return [fault && `${id}-error`, support && `${id}-support`, more].filter(Boolean).join(' ') || undefined;
}

/** Label above, support text under it, the field, and the fault under the field (Digital Agency, form rules). */
export function Field({ children, ...field }: FieldProps & { children: ReactNode }) {
  return (
    <div className={styles['field']} data-fault={field.fault ? '' : undefined}>
      <label className={styles['label']} htmlFor={field.id}>
        <LabelText {...field} />
      </label>
      <Support {...field} />
      {children}
      <FaultText {...field} />
    </div>
  );
}

/** The same frame around several controls that answer one question. */
export function FieldGroup({ children, ...field }: FieldProps & { children: ReactNode }) {
  return (
    <fieldset
      className={styles['group']}
      id={field.id}
      data-fault={field.fault ? '' : undefined}
      aria-describedby={describedBy(field)}
    >
      <legend className={styles['label']}>
        <LabelText {...field} />
      </legend>
      <Support {...field} />
      {children}
      <FaultText {...field} />
    </fieldset>
  );
}

function LabelText({ label, required, plain }: FieldProps) {
  const t = useTranslations('ui');
  return (
    <>
      {label}
      {!plain && (
        <span className={styles[required ? 'required' : 'optional']}>{required ? t('required') : t('optional')}</span>
      )}
    </>
  );
}

function Support({ id, support }: FieldProps) {
  return support ? (
    <div className={styles['support']} id={`${id}-support`}>
      {support}
    </div>
  ) : null;
}

export function FaultText({ id, fault }: Pick<FieldProps, 'id' | 'fault'>) {
  return fault ? (
    <p className={styles['error']} id={`${id}-error`}>
      <Icon name="error" /> <span>{fault}</span>
    </p>
  ) : null;
}
