import { useTranslations } from 'use-intl';
import { useCivilDate, useInstant } from '../context/dates.ts';
import { useSession } from '../context/session.ts';
import { Code } from '../ui/code.tsx';
import { sortable, type Column } from '../ui/data-table/data-table.tsx';
import { useCategoryName } from './options.ts';
import type { HistoryRow, TotalsRow } from './requests.ts';

export const totalSorts = ['day', 'organization', 'category', 'productNumber', 'count'];
export const historySorts = ['issuedAt', 'organization', 'deviceId', 'activationKey', 'productNumber', 'purpose'];

/** Operators see everybody's keys, so they see whose they are. */
function useOrganizationColumn<T extends { organization: string }>(): Column<T>[] {
  const t = useTranslations('registration-keys.fields');
  const seesAll = useSession().organization.kind === 'maker';
  return seesAll ? [{ key: 'organization', title: t('organization'), cell: (row) => row.organization }] : [];
}

export function useTotalColumns(): Column<TotalsRow>[] {
  const t = useTranslations('registration-keys');
  const civilDate = useCivilDate();
  const nameOf = useCategoryName();
  const whose = useOrganizationColumn<TotalsRow>();
  const columns: Column<TotalsRow>[] = [
    { key: 'day', title: t('report.day'), nowrap: true, cell: (row) => civilDate(row.day) },
    ...whose,
    { key: 'category', title: t('fields.category'), cell: (row) => nameOf(row.category) },
    { key: 'productNumber', title: t('fields.productNumber'), nowrap: true, cell: (row) => row.productNumber },
    { key: 'count', title: t('report.count'), nowrap: true, cell: (row) => row.count.toLocaleString() },
  ];
  return sortable(columns, totalSorts);
}

export function useHistoryColumns(): Column<HistoryRow>[] {
  const t = useTranslations('registration-keys');
  const instant = useInstant();
  const nameOf = useCategoryName();
  const whose = useOrganizationColumn<HistoryRow>();
  const columns: Column<HistoryRow>[] = [
    { key: 'issuedAt', title: t('report.firstIssuedAt'), nowrap: true, cell: (row) => instant(row.issuedAt) },
    ...whose,
    { key: 'deviceId', title: t('fields.deviceId'), nowrap: true, cell: (row) => <Code>{row.deviceId}</Code> },
    {
      key: 'installation',
      title: t('fields.installation'),
      cell: (row) => (
        <div style={{ minWidth: '11rem' }}>
          {row.installation?.filter(Boolean).map((line, at) => (
            <div key={`${at} ${line}`}>{line}</div>
          ))}
        </div>
      ),
    },
    {
      key: 'activationKey',
      title: t('fields.activationKey'),
      nowrap: true,
      cell: (row) => <Code>{row.activationKey}</Code>,
    },
    {
      key: 'registrationKey',
      title: t('fields.registrationKey'),
      nowrap: true,
      cell: (row) => <Code>{row.registrationKey}</Code>,
    },
    { key: 'productNumber', title: t('fields.productNumber'), nowrap: true, cell: (row) => row.productNumber },
    { key: 'purpose', title: t('fields.purpose'), nowrap: true, cell: (row) => row.purpose },
    { key: 'category', title: t('fields.category'), nowrap: true, cell: (row) => nameOf(row.category) },
    { key: 'user', title: t('report.user'), nowrap: true, cell: (row) => row.user },
    { key: 'shownAgain', title: t('report.shownAgain'), nowrap: true, cell: (row) => row.shownAgain.toLocaleString() },
  ];
  return sortable(columns, historySorts);
}
