import { useTranslations } from 'use-intl';
import type { Column } from '../../ui/data-table/data-table.tsx';
import { useLicenceTypeName, useTermText } from '../options.ts';

/** Which licences a row is about. */
export function useTypeColumns<T extends { type: string; termMonths: number }>(): Column<T>[] {
  const words = useTranslations('licences');
  const nameOf = useLicenceTypeName();
  const termText = useTermText();
  return [
    { key: 'type', title: words('type'), cell: (row) => nameOf(row.type) },
    { key: 'termMonths', title: words('term'), nowrap: true, cell: (row) => termText(row.termMonths) },
  ];
}
