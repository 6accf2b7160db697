import { useTranslations } from 'use-intl';
import type { AccountFieldName, AccountValues } from '../../../../domain/accounts/account-data.ts';
import { SelectField } from '../../../ui/form/select-field.tsx';
import { SignUpFieldInput } from '../../sign-up/field-input.tsx';

type Props = {
  field: AccountFieldName;
  required: boolean;
  id: string;
  fault: string | undefined;
  values: AccountValues;
  fields: readonly AccountFieldName[];
  onChange: (changes: Partial<AccountValues>) => void;
};

/** The sign-up's own inputs, and the display language, which a sign-up takes from the page. */
export function EditField({ field, required, id, fault, values, fields, onChange }: Props) {
  const t = useTranslations('accounts.signUp.fields');
  const shell = useTranslations('shell');
  if (field === 'language') {
    const options = [
      { value: 'ja', label: shell('japanese') },
      { value: 'en', label: shell('english') },
    ];
    return (
      <SelectField
        required
        id={id}
        label={t('language')}
        fault={fault}
        width="medium"
        value={values.language}
        onChange={(value) => onChange({ language: value === 'en' ? 'en' : 'ja' })}
        options={options}
      />
    );
  }
  return (
    <SignUpFieldInput
      field={field}
      required={required}
      id={id}
      fault={fault}
      values={values}
      fields={fields.filter((one) => one !== 'language')}
      onFill={onChange}
      onChange={(value) => onChange({ [field]: value })}
    />
  );
}
