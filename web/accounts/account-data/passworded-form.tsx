import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ButtonTo } from '../../context/links.tsx';
import { FormCard } from '../../ui/form/form-card.tsx';
import { PasswordField } from '../../ui/form/password-field.tsx';
import type { FormState } from '../../ui/form/use-form.ts';

type Props<F extends string> = {
  form: FormState<Record<F | 'password', string>, F | 'password'>;
  loginId: string;
  label: string;
  support?: string;
  problem: unknown;
  submit: ReactNode;
  onSubmit: () => void;
  /** Where "cancel" leads. */
  back?: string;
  /** Stands in the place of "cancel". */
  beside?: ReactNode;
  children: ReactNode;
};

/** A change that the present password is asked for, below the fields of what changes. */
export function PasswordedForm<F extends string>(props: Props<F>) {
  const { form, loginId, label, support, problem, submit, onSubmit, back = '/account', beside, children } = props;
  const ui = useTranslations('ui');
  return (
    <FormCard
      form={form}
      onSubmit={onSubmit}
      problem={problem}
      submit={submit}
      beside={
        beside ?? (
          <ButtonTo kind="quiet" to={back}>
            {ui('cancel')}
          </ButtonTo>
        )
      }
    >
      {children}
      <input type="text" name="username" autoComplete="username" value={loginId} readOnly hidden />
      <PasswordField
        required
        id={form.idOf('password')}
        label={label}
        support={support}
        fault={form.faultOf('password')}
        value={form.values.password}
        onChange={(value) => form.set('password', value)}
        autoComplete="current-password"
      />
    </FormCard>
  );
}
