import { useTranslations } from 'use-intl';
import type { Column } from '../../ui/data-table/data-table.tsx';
import { useLineWords } from '../options.ts';

/** Which licences a row is about, in one column: the figures beside it are in sight on a phone. */
export function useTypeColumn<T extends { type: string; termMonths: number }>(): Column<T> {
  return { key: 'type', title: useTranslations('licences')('part'), cell: useLineWords() };
}
