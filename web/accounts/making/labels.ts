import { useTranslations } from 'use-intl';
import type { FieldName } from './state.ts';

/** The name of a field as it stands in the form, in the check and in the list of faults. */
export function useFieldLabel(): (field: FieldName) => string {
  const t = useTranslations('new-accounts.form');
  const labels = useTranslations('accounts.signUp.fields');
  return (field) => {
    if (field === 'organization') return t('kind');
    if (field === 'opening' || field === 'loginId' || field === 'mail' || field === 'language') return t(field);
    return labels(field);
  };
}
