import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { DataTable, type Column } from '../../ui/data-table/data-table.tsx';
import { Row } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx';
import { stockQuery, type Stock, type StockRow } from './requests.ts';
import { Shop } from './shop.tsx';
import { useTypeColumn } from './type-column.ts';

/** What the dealer has by type and term (L-02), with totals of its sub-dealers (L-10), and how more of it comes (L-12). */
export function Page() {
  const t = useTranslations('licence-stock.stock');
  const { organization = '' } = useParams({ strict: false });
  const { passed } = useSearch({ strict: false }) as { passed?: unknown };
  const { data, error, refetch } = useQuery(stockQuery(organization));
  const receiver = data && [...data.subDealers, data.above].find((one) => one?.id === passed);
  return (
    <PageFrame
      title={t('title')}
      lead={t('lead')}
      actions={data && <Actions organization={organization} stock={data} />}
    >
      {receiver && (
        <Notice kind="success" live>
          {t('passed', { name: receiver.name })}
        </Notice>
      )}
      {!data && (error ? <ErrorState problem={error} onRetry={() => void refetch()} /> : <Loading />)}
      {data && (
        <>
          <Table stock={data} />
          <Row>
            <ButtonTo kind="secondary" to="/o/$organization/licence-stock/moves" params={{ organization }}>
              {t('moves')}
            </ButtonTo>
            <ButtonTo kind="secondary" to="/o/$organization/licence-orders" params={{ organization }}>
              {t('orders')}
            </ButtonTo>
            {data.subDealers.length > 0 && (
              <ButtonTo kind="secondary" to="/o/$organization/dealer-stock" params={{ organization }}>
                {t('belowList')}
              </ButtonTo>
            )}
          </Row>
          <Shop stock={data} />
        </>
      )}
    </PageFrame>
  );
}

function Table({ stock }: { stock: Stock }) {
  const t = useTranslations('licence-stock.stock');
  const typeColumn = useTypeColumn<StockRow>();
  const { items, subDealers } = stock;
  if (items.length === 0) return <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>;
  const below: Column<StockRow>[] = [
    { key: 'below', title: t('below'), numeric: true, cell: (row) => row.below },
    { key: 'assignedBelow', title: t('assignedBelow'), numeric: true, cell: (row) => row.assignedBelow },
  ];
  return (
    <DataTable
      name={t('name')}
      stack
      rows={items}
      rowKey={(row) => `${row.type} ${row.termMonths}`}
      columns={[
        typeColumn,
        { key: 'inStock', title: t('inStock'), numeric: true, cell: (row) => <strong>{row.inStock}</strong> },
        { key: 'assigned', title: t('assigned'), numeric: true, cell: (row) => row.assigned },
        ...(subDealers.length > 0 ? below : []),
      ]}
    />
  );
}

function Actions({ organization, stock }: { organization: string; stock: Stock }) {
  const t = useTranslations('licence-stock.stock');
  const { permissions } = useSession();
  if (!permissions.includes('licences:pass-on')) return null;
  const to = '/o/$organization/licence-stock/pass/$kind';
  return (
    <Row>
      {stock.subDealers.length > 0 && (
        <ButtonTo icon="swap" to={to} params={{ organization, kind: 'pass-on' }}>
          {t('passOn')}
        </ButtonTo>
      )}
      {stock.above && (
        <ButtonTo kind="secondary" to={to} params={{ organization, kind: 'return' }}>
          {t('giveBack')}
        </ButtonTo>
      )}
    </Row>
  );
}
