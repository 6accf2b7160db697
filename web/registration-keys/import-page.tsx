import { useTranslations } from 'use-intl';
import { ImportFlow } from '../imports/import-flow.tsx';

const columns = ['number', 'registrationId', 'productNumber', 'purpose', 'category'] as const;
const rowsMax = 20_000;

export function Page() {
  const t = useTranslations('registration-keys');
  const headings = useTranslations('headings.activation-keys');
  // The same words as in the file itself, so that what is meant by a column can be found there.
  const titleOf = (column: string): string => {
    const known = columns.find((one) => one === column);
    return known ? headings(known) : column;
  };
  return (
    <ImportFlow
      kind="activation-keys"
      title={t('import.title')}
      lead={t('import.lead', { columns: columns.map(titleOf).join(t('import.separator')) })}
      rowsMax={rowsMax}
      titleOf={titleOf}
      path="/o/$organization/activation-keys/import"
      list={{ path: '/o/$organization/activation-keys', label: t('import.toList') }}
    />
  );
}
