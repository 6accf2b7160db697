import { useTranslations } from 'use-intl';
import type { SignUpValues } from '../../../domain/accounts/sign-up-form.ts';
import { fillAddress } from '../../../domain/accounts/fill-address.ts';
import type { LoginIdRule } from '../../../domain/accounts/login-id.ts';
import { organizationForms, type SignUpFieldName } from '../../../domain/accounts/sign-up.ts';
import { phoneSample } from '../../../domain/identifiers/phone.ts';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { MailField, PhoneField, TextField, type TextFieldProps } from '../../ui/form/text-field.tsx';
import { useCountryOptions } from './countries.ts';
import { PostalCodeField } from './postal-code-field.tsx';

type Props = {
  field: SignUpFieldName;
  required: boolean;
  id: string;
  fault: string | undefined;
  values: SignUpValues;
  onChange: (value: string | boolean) => void;
  /** The whole form's fields, and what takes over an address that a postal code stands for. */
  fields: readonly SignUpFieldName[];
  onFill: (filled: SignUpValues) => void;
  /** What a wished login ID may be made of. */
  loginIdRule?: LoginIdRule | null;
};

const autoComplete: Partial<Record<SignUpFieldName, string>> = {
  company: 'organization',
  country: 'country',
  postalCode: 'postal-code',
  address1: 'address-line1',
  address2: 'address-line2',
  address3: 'address-line3',
  phone: 'tel',
  personInCharge: 'name',
  name: 'name',
  mail: 'email',
  loginId: 'username',
};

/** What each line of an address takes, as a postal code fills it in. */
const samplePlace = { prefecture: '東京都', city: '千代田区', town: '見本町', street: '1-2-3' };

/** One field of the closed catalogue, drawn as fits what it asks. */
export function SignUpFieldInput({
  field,
  required,
  id,
  fault,
  values,
  onChange,
  fields,
  onFill,
  loginIdRule = null,
}: Props) {
  const t = useTranslations('accounts.signUp');
  const countries = useCountryOptions();
  const value = values[field];
  const text = typeof value === 'string' ? value : '';
  const country = typeof values.country === 'string' ? values.country : 'JP';
  const japan = country === 'JP';
  const frame = {
    id,
    label: t(`fields.${field}`),
    required,
    fault,
    value: text,
    onChange,
    autoComplete: autoComplete[field] ?? 'off',
  };

  switch (field) {
    case 'club':
    case 'news':
      return (
        <CheckboxField
          id={id}
          label={t(field === 'club' ? 'clubYes' : 'newsYes')}
          hint={t(`support.${field}`)}
          fault={fault}
          checked={value === true}
          onChange={onChange}
        />
      );
    case 'country':
      return <SelectField {...frame} value={text || 'JP'} width="medium" options={countries} />;
    case 'postalCode':
      return (
        <PostalCodeField
          {...frame}
          support={t(japan ? 'support.postalCode' : 'support.postalCodeAbroad')}
          japan={japan}
          values={values}
          fill={fields.includes('address1') ? (place) => fillAddress(place, fields) as Record<string, string> : null}
          onFill={onFill}
        />
      );
    case 'phone':
    case 'fax':
      return (
        <PhoneField
          {...frame}
          required={required && japan}
          support={t('support.phone', { sample: phoneSample(country) })}
        />
      );
    case 'mail':
      return <MailField {...frame} support={t('support.mail')} />;
    case 'mailAgain':
      return <MailField {...frame} support={t('support.mailAgain')} />;
    case 'organizationForm':
      return (
        <SelectField
          {...frame}
          width="medium"
          options={[
            { value: '', label: t('chooseForm') },
            ...organizationForms.map((form) => ({ value: form, label: t(`forms.${form}`) })),
          ]}
        />
      );
    case 'loginId':
      return <LoginIdField {...frame} rule={loginIdRule} />;
    case 'name':
    case 'personInCharge':
      return <TextField {...frame} support={t('support.name')} />;
    case 'address1':
    case 'address2':
    case 'address3': {
      const sample = japan && fillAddress(samplePlace, fields)[field];
      return <TextField {...frame} support={sample && t('support.address', { sample: String(sample) })} />;
    }
    case 'kana':
      return <TextField {...frame} support={t('support.kana')} />;
    default:
      return <TextField {...frame} />;
  }
}

/** A login ID that is typed, by a person for themselves or by who makes an account for them. */
export function LoginIdField({ rule, ...field }: TextFieldProps & { rule: LoginIdRule | null }) {
  const t = useTranslations('accounts.signUp.support');
  const key = rule?.characters === 'letters-digits' ? 'loginId' : 'loginIdLoose';
  return (
    <TextField
      {...field}
      support={rule && t(key, { min: String(rule.min), max: String(rule.max) })}
      width="medium"
      autoCapitalize="none"
      spellCheck={false}
    />
  );
}
