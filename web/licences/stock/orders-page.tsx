import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useCivilDate } from '../../context/dates.ts';
import { ButtonTo } from '../../context/links.tsx';
import { useServerList } from '../../context/list.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { ExportButton } from '../../exports/export-button.tsx';
import { conditionsOf } from '../../exports/requests.ts';
import { ListSearch } from '../../context/list-search.tsx';
import type { Column } from '../../ui/data-table/data-table.tsx';
import { ServerList } from '../../ui/data-table/server-list.tsx';
import { Row } from '../../ui/layout.tsx';
import { BackToStock } from './moves-page.tsx';
import { listOrders, stockKey, type OrderQuery, type OrderRow } from './requests.ts';
import { useTypeColumn } from './type-column.ts';
import { useStockChoices } from './use-choices.ts';

const sorts = ['number', 'orderedOn', 'dealer', 'inStock'] as const;
const fields = ['text', 'source', 'type', 'termMonths'] as const;
const sources = ['import', 'shop'] as const;

/** What was bought, line by line (L-02). */
export function Page() {
  const t = useTranslations('licence-stock.orders');
  const moves = useTranslations('licence-stock.moves');
  const { organization = '' } = useParams({ strict: false });
  const list = useServerList({
    fields: fields,
    sorts,
    key: [...stockKey, organization, 'orders'],
    read: (wish: OrderQuery) => listOrders(organization, wish),
    fresh: true,
  });
  const source = {
    field: 'source',
    label: t('source'),
    any: t('anySource'),
    options: sources.map((value) => ({ value, label: t(`sources.${value}`) })),
  };
  return (
    <PageFrame title={t('title')} lead={t('lead')} actions={<Operator organization={organization} />}>
      <ListSearch
        label={t('searchLabel')}
        hint={moves('searchHint')}
        text={t('text')}
        choices={[source, ...useStockChoices()]}
        {...list}
      />
      <ServerList
        name={t('name')}
        columns={useColumns(organization)}
        rowKey={(row) => `${row.id} ${row.type} ${row.termMonths}`}
        {...list}
        emptyText={t('empty')}
        actions={
          <ExportButton organization={organization} kind="licence-orders" conditions={conditionsOf(list.state)} />
        }
      />
      <BackToStock organization={organization} />
    </PageFrame>
  );
}

function Operator({ organization }: { organization: string }) {
  const t = useTranslations('licence-stock');
  const { permissions } = useSession();
  if (!permissions.includes('licence-orders:manage')) return null;
  return (
    <Row>
      <ButtonTo icon="upload" to="/o/$organization/licence-orders/import" params={{ organization }}>
        {t('orders.import')}
      </ButtonTo>
      <ButtonTo kind="secondary" to="/o/$organization/licence-stock/moves" params={{ organization }}>
        {t('stock.moves')}
      </ButtonTo>
    </Row>
  );
}

function useColumns(organization: string): Column<OrderRow>[] {
  const t = useTranslations('licence-stock.orders');
  const day = useCivilDate('medium');
  const ofAll = useSession().organization.kind === 'maker';
  const whose: Column<OrderRow>[] = ofAll ? [{ key: 'dealer', title: t('dealer'), cell: (row) => row.dealer }] : [];
  return [
    {
      key: 'number',
      title: t('number'),
      fixed: true,
      cell: (row) => (
        <Link
          to="/o/$organization/licence-orders/$order"
          params={{ organization, order: row.id }}
          aria-label={t('open', { number: row.number })}
        >
          {row.number}
        </Link>
      ),
    },
    ...whose,
    { key: 'orderedOn', title: t('orderedOn'), nowrap: true, cell: (row) => day(row.orderedOn) },
    useTypeColumn<OrderRow>(),
    { key: 'quantity', title: t('quantity'), numeric: true, cell: (row) => row.quantity },
    { key: 'inStock', title: t('inStock'), numeric: true, cell: (row) => row.inStock },
    {
      key: 'passedOn',
      title: t('passedOn'),
      numeric: true,
      cell: (row) => row.quantity - row.inStock - row.assigned - row.refunded,
    },
    { key: 'assigned', title: t('assigned'), numeric: true, cell: (row) => row.assigned },
    { key: 'refunded', title: t('refunded'), numeric: true, cell: (row) => row.refunded },
    { key: 'source', title: t('source'), nowrap: true, cell: (row) => t(`sources.${row.source}`) },
  ];
}
