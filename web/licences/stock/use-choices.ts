import { useTranslations } from 'use-intl';
import { useLicenceTypeName, useOptions, useTermText } from '../options.ts';

/** Types and terms to narrow a list by. */
export function useStockChoices() {
  const t = useTranslations('licence-stock.orders');
  const words = useTranslations('licences');
  const { types, terms } = useOptions();
  const nameOf = useLicenceTypeName();
  const termText = useTermText();
  return [
    {
      field: 'type',
      label: words('type'),
      any: t('anyType'),
      options: types.map(({ id }) => ({ value: id, label: nameOf(id) })),
    },
    {
      field: 'termMonths',
      label: words('term'),
      any: t('anyTerm'),
      options: terms.map((months) => ({ value: String(months), label: termText(months) })),
    },
  ];
}
