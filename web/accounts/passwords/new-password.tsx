import { useTranslations } from 'use-intl';
import { checkPassword, passwordRules } from '../../../domain/accounts/password.ts';
import { useSite } from '../../context/site.ts';
import { useProblemText } from '../../texts/problem-text.ts';
import { PasswordField, type PasswordRuleShown } from '../../ui/form/password-field.tsx';
import type { Fault, FormState } from '../../ui/form/use-form.ts';

export type NewPassword = { password: string; again: string };
type Name = keyof NewPassword;
type Form = Pick<FormState<NewPassword>, 'values' | 'set' | 'idOf' | 'faultOf'>;
type Labels = Record<Name, string>;

/** What is wrong with a wished password and its repetition, as far as this browser can tell; beside a second factor it may be shorter. */
export function useNewPasswordFaults(labels: Labels, secondFactor = false): (values: NewPassword) => Fault<Name>[] {
  const t = useTranslations('accounts.setPassword');
  const problemText = useProblemText();
  const { password: policy } = useSite();
  return ({ password, again }) => {
    const required = problemText('identifiers/required');
    const broken = checkPassword(password, policy, { secondFactor }).map((rule) =>
      problemText(`accounts/${rule.code}`, rule.params),
    );
    const first = { field: 'password', label: labels.password, text: password === '' ? required : broken.join('') };
    const second = { field: 'again', label: labels.again, text: again === '' ? required : t('differs') };
    return [
      ...(password === '' || broken.length > 0 ? [first as Fault<Name>] : []),
      ...(again === '' || again !== password ? [second as Fault<Name>] : []),
    ];
  };
}

type FieldsProps = { form: Form; labels: Labels; secondFactor?: boolean };

/** The wished password, with the site's rules listed and ticked off while typing, and once more. */
export function NewPasswordFields({ form, labels, secondFactor = false }: FieldsProps) {
  const rules = useRulesShown(secondFactor);
  return (
    <>
      <PasswordField
        required
        id={form.idOf('password')}
        label={labels.password}
        rules={rules(form.values.password)}
        fault={form.faultOf('password')}
        value={form.values.password}
        onChange={(value) => form.set('password', value)}
        autoComplete="new-password"
      />
      <PasswordField
        required
        id={form.idOf('again')}
        label={labels.again}
        fault={form.faultOf('again')}
        value={form.values.again}
        onChange={(value) => form.set('again', value)}
        autoComplete="new-password"
      />
    </>
  );
}

function useRulesShown(secondFactor: boolean): (password: string) => PasswordRuleShown[] {
  const problemText = useProblemText();
  const { password: policy } = useSite();
  return (password) => {
    const broken = new Set(checkPassword(password, policy, { secondFactor }).map(({ code }) => code));
    return passwordRules(policy, { secondFactor }).map(({ code, params }) => ({
      text: problemText(`accounts/${code}`, params),
      // Whether many people use it only the server knows: this browser has no list.
      met: code === 'password-common' ? null : password !== '' && !broken.has(code),
    }));
  };
}
