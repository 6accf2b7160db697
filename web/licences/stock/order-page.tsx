import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useCivilDate, useInstant } from '../../context/dates.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { DataTable, type Column } from '../../ui/data-table/data-table.tsx';
import { Card } from '../../ui/layout.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { Refund } from './refund.tsx';
import { orderQuery, type Order } from './requests.ts';
import { useTypeColumn } from './type-column.ts';

/** One order: what was bought, where it is, what was taken back; operators take back what is refunded (L-12). */
export function Page() {
  const t = useTranslations('licence-stock.order');
  const { organization = '', order = '' } = useParams({ strict: false }) as { organization?: string; order?: string };
  const { data, error, refetch } = useQuery(orderQuery(organization, order));
  const { permissions } = useSession();
  const orders = useTranslations('licence-stock.orders');
  return (
    <PageFrame
      title={data ? t('title', { number: data.number }) : orders('title')}
      part={orders('title')}
      lead={t('lead')}
    >
      {!data && (error ? <ErrorState problem={error} onRetry={() => void refetch()} /> : <Loading />)}
      {data && (
        <>
          <Facts order={data} />
          <Lines order={data} />
          <Refunds order={data} />
          {permissions.includes('licence-orders:manage') && <Refund organization={organization} order={data} />}
        </>
      )}
      <div>
        <ButtonTo kind="quiet" icon="left" to="/o/$organization/licence-orders" params={{ organization }}>
          {t('back')}
        </ButtonTo>
      </div>
    </PageFrame>
  );
}

function Facts({ order }: { order: Order }) {
  const t = useTranslations('licence-stock.orders');
  const day = useCivilDate();
  return (
    <Card>
      <SummaryList
        entries={[
          { name: t('dealer'), value: order.dealer },
          { name: t('orderedOn'), value: day(order.orderedOn) },
          { name: t('source'), value: t(`sources.${order.source}`) },
        ]}
      />
    </Card>
  );
}

type OrderLine = Order['lines'][number];

function Lines({ order }: { order: Order }) {
  const t = useTranslations('licence-stock');
  const typeColumn = useTypeColumn<OrderLine>();
  const counts: Column<OrderLine>[] = (['quantity', 'inStock', 'passedOn', 'assigned', 'refunded'] as const).map(
    (key) => ({
      key,
      title: t(`orders.${key}`),
      numeric: true,
      cell: (row) => (key === 'passedOn' ? row.quantity - row.inStock - row.assigned - row.refunded : row[key]),
    }),
  );
  return (
    <>
      <h2>{t('order.lines')}</h2>
      <DataTable
        name={t('order.lines')}
        stack
        rows={order.lines}
        rowKey={(row) => `${row.type} ${row.termMonths}`}
        columns={[typeColumn, ...counts]}
      />
    </>
  );
}

type RefundRow = Order['refunds'][number]['lines'][number] & { id: string; at: string; by: string };

function Refunds({ order }: { order: Order }) {
  const t = useTranslations('licence-stock.order');
  const instant = useInstant();
  const typeColumn = useTypeColumn<RefundRow>();
  const rows = order.refunds.flatMap(({ id, at, source, number, lines }) =>
    lines.map((line) => ({ ...line, id, at, by: t(`bySources.${source}`, { number: number ?? '' }) })),
  );
  const counts: Column<RefundRow>[] = (['asked', 'refunded', 'assigned', 'passedOn'] as const).map((key) => ({
    key,
    title: t(key),
    numeric: true,
    cell: (row) => row[key],
  }));
  return (
    <>
      <h2>{t('refunds')}</h2>
      {rows.length === 0 ? (
        <p>{t('noRefunds')}</p>
      ) : (
        <DataTable
          name={t('refunds')}
          stack
          rows={rows}
          rowKey={(row) => `${row.id} ${row.type} ${row.termMonths}`}
          columns={[
            { key: 'at', title: t('at'), nowrap: true, cell: (row) => instant(row.at) },
            { key: 'by', title: t('by'), cell: (row) => row.by },
            typeColumn,
            ...counts,
          ]}
        />
      )}
    </>
  );
}
