import { useTranslations } from 'use-intl';
import type { ReviewRow } from '../../api/types.ts';
import { useDay } from '../../context/dates.ts';
import { Code } from '../../ui/code.tsx';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { Stack } from '../../ui/layout.tsx';

/** All entries in their order, and below those issued before with the day they first were (K-03.4). */
export function ReviewTables({ rows }: { rows: readonly ReviewRow[] }) {
  const t = useTranslations('registration-keys');
  const day = useDay();
  const before = rows.filter((row) => row.state === 'issued-before');
  const columns = [
    { key: 'number', title: t('fields.number'), nowrap: true, cell: (row: ReviewRow) => <Code>{row.number}</Code> },
    {
      key: 'productNumber',
      title: t('fields.productNumber'),
      nowrap: true,
      cell: (row: ReviewRow) => row.productNumber,
    },
    { key: 'purpose', title: t('fields.purpose'), cell: (row: ReviewRow) => row.purpose },
  ];
  return (
    <Stack>
      <Stack gap="small">
        <h2>{t('issue.review.all')}</h2>
        <DataTable
          stack
          name={t('issue.review.all')}
          columns={[
            ...columns,
            {
              key: 'state',
              title: t('fields.state'),
              nowrap: true,
              cell: (row: ReviewRow) => t(`states.${row.state}`),
            },
          ]}
          rows={rows}
          rowKey={(row) => row.number}
        />
      </Stack>
      {before.length > 0 && (
        <Stack gap="small">
          <h2>{t('issue.review.before')}</h2>
          <p>{t('issue.review.beforeText')}</p>
          <DataTable
            stack
            name={t('issue.review.before')}
            columns={[
              ...columns,
              {
                key: 'first',
                title: t('fields.firstIssuedAt'),
                nowrap: true,
                cell: (row: ReviewRow) => (row.firstIssuedAt ? day(row.firstIssuedAt) : ''),
              },
            ]}
            rows={before}
            rowKey={(row) => row.number}
          />
        </Stack>
      )}
    </Stack>
  );
}
