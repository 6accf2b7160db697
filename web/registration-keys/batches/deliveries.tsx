import { useTranslations } from 'use-intl';
import type { BatchDetail } from '../../api/types.ts';
import { useInstant } from '../../context/dates.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';

/** Every file with registration IDs of a batch that went out, newest first. */
export function Deliveries({ batch }: { batch: BatchDetail }) {
  const t = useTranslations('activation-keys');
  const instant = useInstant();
  return (
    <DataTable
      name={t('batch.deliveriesTitle')}
      rows={batch.deliveries}
      rowKey={(row) => row.id}
      columns={[
        { key: 'madeAt', title: t('fields.madeAt'), nowrap: true, cell: (row) => instant(row.madeAt) },
        { key: 'madeBy', title: t('fields.madeBy'), cell: (row) => row.madeBy },
        { key: 'for', title: t('fields.for'), cell: (row) => t(row.renewed ? 'batch.renewed' : 'batch.first') },
        { key: 'keys', title: t('fields.keys'), nowrap: true, cell: (row) => row.keys },
        { key: 'format', title: t('fields.format'), cell: (row) => t(`formats.${row.format}`) },
        {
          key: 'arrived',
          title: t('fields.arrived'),
          nowrap: true,
          cell: (row) => (row.confirmedAt ? instant(row.confirmedAt) : t('delivery.open')),
        },
      ]}
    />
  );
}
