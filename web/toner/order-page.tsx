import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useModelName } from '../devices/options.ts';
import { ButtonTo } from '../context/links.tsx';
import { useListState } from '../context/list.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { useSiteWords } from '../context/site.ts';
import { ExportButton } from '../exports/export-button.tsx';
import { Button } from '../ui/button.tsx';
import { Code } from '../ui/code.tsx';
import { DataTable, type Column } from '../ui/data-table/data-table.tsx';
import { SelectField } from '../ui/form/select-field.tsx';
import { Row, Stack } from '../ui/layout.tsx';
import { EmptyState, ErrorState, Loading } from '../ui/states.tsx';
import { Dot } from './level.tsx';
import { Method } from './method.tsx';
import { listOrder, tonerKey, type OrderItem, type OrderQuery } from './requests.ts';
import { useGroups, useWithin } from './use-choices.ts';

/** What to order, by model and colour: what is low, and what will be empty in time (C-12). */
export function Page() {
  const t = useTranslations('toner.order');
  const { organization = '' } = useParams({ strict: false });
  const [state, setState] = useListState(['within', 'group']);
  const wish = state.search as OrderQuery;
  const { data, error, refetch } = useQuery({
    queryKey: [...tonerKey, organization, 'order', wish],
    queryFn: () => listOrder(organization, wish),
    placeholderData: keepPreviousData,
  });
  const choose = (field: string, value: string) => {
    const { [field]: _, ...others } = state.search;
    setState({ ...state, search: value === '' ? others : { ...others, [field]: value } });
  };
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      <Row gap="medium" print={false}>
        {[useWithin(), useGroups(organization)].map(({ field, label, any, options }) => (
          <SelectField
            key={field}
            plain
            id={`order-${field}`}
            label={label}
            value={state.search[field] ?? ''}
            onChange={(value) => choose(field, value)}
            options={[{ value: '', label: any }, ...options]}
          />
        ))}
      </Row>
      <ErrorState problem={error} onRetry={() => void refetch()} />
      {!data && !error && <Loading />}
      {data && (
        <Stack gap="small">
          <Row justify="between">
            <p role="status">{t('count', { pieces: data.pieces, days: String(data.within) })}</p>
            <Row print={false}>
              <Button kind="quiet" compact icon="print" onClick={() => window.print()}>
                {t('print')}
              </Button>
              {data.items.length > 0 && (
                <ExportButton organization={organization} kind="toner-order" conditions={state.search} />
              )}
            </Row>
          </Row>
          {data.items.length === 0 ? (
            <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
          ) : (
            <Table items={data.items} />
          )}
        </Stack>
      )}
      <Method />
      <div>
        <ButtonTo kind="quiet" icon="left" to="/o/$organization/toner" params={{ organization }}>
          {t('back')}
        </ButtonTo>
      </div>
    </PageFrame>
  );
}

function Table({ items }: { items: readonly OrderItem[] }) {
  const t = useTranslations('toner.order');
  const words = useSiteWords();
  const modelName = useModelName();
  const columns: Column<OrderItem>[] = [
    {
      key: 'supply',
      title: t('supply'),
      cell: (row) => (
        <>
          <Dot colour={row.colour} />
          {words(row.name)}
        </>
      ),
    },
    { key: 'order', title: t('number'), nowrap: true, cell: (row) => row.order && <Code>{row.order}</Code> },
    { key: 'pieces', title: t('pieces'), numeric: true, cell: (row) => <strong>{row.pieces}</strong> },
    { key: 'low', title: t('low'), numeric: true, cell: (row) => row.low },
    { key: 'soon', title: t('soon'), numeric: true, cell: (row) => row.soon },
    { key: 'model', title: t('model'), cell: (row) => modelName(row.model) },
    { key: 'devices', title: t('devices'), numeric: true, cell: (row) => row.devices },
  ];
  return (
    <DataTable
      name={t('name')}
      columns={columns}
      rows={items}
      rowKey={({ model, supply }) => `${model} ${supply}`}
      stack
    />
  );
}
