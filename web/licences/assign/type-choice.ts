import { useTranslations } from 'use-intl';
import { useLicenceTypeName, useOptions } from '../options.ts';

/** One of the site's types of licences, as a condition of a list. */
export function useTypeChoice() {
  const t = useTranslations('licence-assign.history');
  const typeName = useLicenceTypeName();
  const options = useOptions().types.map(({ id }) => ({ value: id, label: typeName(id) }));
  return { field: 'type', label: t('type'), any: t('anyType'), options };
}
