import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Batch } from '../../api/types.ts';
import { useInstant } from '../../context/dates.ts';
import { ButtonTo } from '../../context/links.tsx';
import { useListState } from '../../context/list.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import type { Column } from '../../ui/data-table/data-table.tsx';
import { ServerList } from '../../ui/data-table/server-list.tsx';
import { useCategoryName } from '../options.ts';
import { DeliveryMark } from './delivery-mark.tsx';
import { batchesQuery } from './requests.ts';

/** Batches of activation keys that were made here, newest first, with what became of them (K-13). */
export function Page() {
  const t = useTranslations('activation-keys.batches');
  const { organization = '' } = useParams({ strict: false });
  const { permissions } = useSession();
  const [state, setState] = useListState([]);
  const { page, pageSize } = state;
  const query = useQuery({ ...batchesQuery(organization, { page, pageSize }), placeholderData: keepPreviousData });
  const columns = useColumns(organization);
  const make = permissions.includes('activation-keys:generate') && (
    <ButtonTo to="/o/$organization/activation-keys/batches/new" params={{ organization }} icon="plus">
      {t('make')}
    </ButtonTo>
  );
  return (
    <PageFrame title={t('title')} lead={t('lead')} actions={make}>
      <ServerList
        name={t('name')}
        query={query}
        columns={columns}
        rowKey={(row) => row.id}
        state={state}
        onChange={setState}
        emptyText={t('emptyText')}
      />
    </PageFrame>
  );
}

function useColumns(organization: string): Column<Batch>[] {
  const t = useTranslations('activation-keys.fields');
  const instant = useInstant();
  const nameOf = useCategoryName();
  return [
    {
      key: 'madeAt',
      title: t('madeAt'),
      nowrap: true,
      cell: (row) => (
        <Link to="/o/$organization/activation-keys/batches/$batch" params={{ organization, batch: row.id }}>
          {instant(row.createdAt)}
        </Link>
      ),
    },
    { key: 'productNumber', title: t('productNumber'), nowrap: true, cell: (row) => row.productNumber },
    { key: 'purpose', title: t('purpose'), cell: (row) => row.purpose },
    { key: 'category', title: t('category'), cell: (row) => nameOf(row.category) },
    { key: 'note', title: t('note'), cell: (row) => row.note },
    { key: 'keys', title: t('keys'), nowrap: true, cell: (row) => row.keys },
    { key: 'used', title: t('used'), nowrap: true, cell: (row) => row.used },
    { key: 'voided', title: t('voided'), nowrap: true, cell: (row) => row.voided },
    { key: 'delivery', title: t('delivery'), nowrap: true, cell: (row) => <DeliveryMark batch={row} /> },
  ];
}
