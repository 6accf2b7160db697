import { useTranslations } from 'use-intl';
import type { AccountFieldName } from '../../../domain/accounts/account-data.ts';
import { organizationForms, type SignUpFieldName } from '../../../domain/accounts/sign-up.ts';
import { formatPhone } from '../../../domain/identifiers/phone.ts';
import { formatPostalCode } from '../../../domain/identifiers/postal-code.ts';
import { useCountryName } from './countries.ts';

type Shown = { [K in SignUpFieldName | 'language']?: string | boolean | undefined };

/** A field's stored value as people read it: phone numbers and postal codes the local way, countries by name. */
export function useShownValue(): (field: SignUpFieldName | AccountFieldName, values: Shown) => string {
  const t = useTranslations('accounts.signUp');
  const shell = useTranslations('shell');
  const ui = useTranslations('ui');
  const countryName = useCountryName();
  return (field, values) => {
    const value = values[field];
    const country = typeof values.country === 'string' ? values.country : 'JP';
    if (field === 'news' || field === 'club') return t(`${field}Shown.${value === true ? 'yes' : 'no'}`);
    if (typeof value !== 'string' || value === '') return ui('notGiven');
    if (field === 'organizationForm') {
      const form = organizationForms.find((one) => one === value);
      return form ? t(`forms.${form}`) : value;
    }
    if (field === 'country') return countryName(value);
    if (field === 'language') return shell(value === 'en' ? 'english' : 'japanese');
    if (field === 'phone' || field === 'fax') return formatPhone(value, country);
    return field === 'postalCode' ? formatPostalCode(value, country) : value;
  };
}
