import { useTranslations } from 'use-intl';
import { ImportFlow } from '../../imports/import-flow.tsx';
import { Code } from '../../ui/code.tsx';

const columns = ['number', 'orderedOn', 'dealer', 'dealerName', 'type', 'term', 'quantity'] as const;
const codes = new Set<string>(['number', 'dealer']);
const rowsMax = 20_000;

/** Orders of dealers by file (L-02). */
export function Page() {
  const t = useTranslations('licence-stock.import');
  const headings = useTranslations('headings.licence-orders');
  // The same words as in the file itself, so that what is meant by a column can be found there.
  const titleOf = (column: string): string => {
    const known = columns.find((one) => one === column);
    return known ? headings(known) : column;
  };
  const inFile = columns.filter((column) => column !== 'dealerName');
  return (
    <ImportFlow
      kind="licence-orders"
      title={t('title')}
      lead={t('lead', { columns: inFile.map(titleOf).join(t('separator')) })}
      rowsMax={rowsMax}
      titleOf={titleOf}
      cell={(column, text) => (codes.has(column) ? <Code>{text}</Code> : text)}
      path="/o/$organization/licence-orders/import"
      list={{ path: '/o/$organization/licence-orders', label: t('toList') }}
    />
  );
}
