import { useParams } from '@tanstack/react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { moveCauses } from '../../../domain/licences/codes.ts';
import { useInstant } from '../../context/dates.ts';
import { ButtonTo } from '../../context/links.tsx';
import { useServerList } from '../../context/list.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { ExportButton } from '../../exports/export-button.tsx';
import { conditionsOf } from '../../exports/requests.ts';
import { dayFields, ListSearch } from '../../context/list-search.tsx';
import type { Column } from '../../ui/data-table/data-table.tsx';
import { ServerList } from '../../ui/data-table/server-list.tsx';
import { listMoves, stockKey, type MoveQuery, type MoveRow } from './requests.ts';
import { useTypeColumn } from './type-column.ts';
import { useStockChoices } from './use-choices.ts';

const sorts = ['at', 'quantity'] as const;
const fields = ['text', 'cause', 'type', 'termMonths', ...dayFields] as const;

/** Everything that came into the stock or left it. */
export function Page() {
  const t = useTranslations('licence-stock.moves');
  const { organization = '' } = useParams({ strict: false });
  const list = useServerList({
    fields: fields,
    sorts,
    key: [...stockKey, organization, 'moves'],
    read: (wish: MoveQuery) => listMoves(organization, wish),
    fresh: true,
  });
  const cause = {
    field: 'cause',
    label: t('cause'),
    any: t('anyCause'),
    options: moveCauses.map((value) => ({ value, label: t(`causes.${value}`) })),
  };
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      <ListSearch
        label={t('searchLabel')}
        hint={t('searchHint')}
        text={t('text')}
        choices={[cause, ...useStockChoices()]}
        days
        {...list}
      />
      <ServerList
        name={t('name')}
        columns={useColumns()}
        rowKey={(row) => [row.at, row.dealer, row.type, row.termMonths, row.cause, row.quantity].join(' ')}
        {...list}
        emptyText={t('empty')}
        actions={
          <ExportButton organization={organization} kind="licence-stock-moves" conditions={conditionsOf(list.state)} />
        }
      />
      <BackToStock organization={organization} />
    </PageFrame>
  );
}

/** Operators have no stock to go back to. */
export function BackToStock({ organization }: { organization: string }) {
  const t = useTranslations('licence-stock.moves');
  if (useSession().organization.kind === 'maker') return null;
  return (
    <div>
      <ButtonTo kind="quiet" icon="left" to="/o/$organization/licence-stock" params={{ organization }}>
        {t('back')}
      </ButtonTo>
    </div>
  );
}

function useColumns(): Column<MoveRow>[] {
  const t = useTranslations('licence-stock.moves');
  const instant = useInstant();
  const format = useFormatter();
  const { organization } = useSession();
  const whose: Column<MoveRow>[] =
    organization.kind === 'maker' ? [{ key: 'dealer', title: t('dealer'), cell: (row) => row.dealer }] : [];
  return [
    { key: 'at', title: t('at'), nowrap: true, cell: (row) => instant(row.at) },
    ...whose,
    {
      key: 'quantity',
      title: t('change'),
      numeric: true,
      cell: (row) => format.number(row.quantity, { signDisplay: 'always' }),
    },
    {
      key: 'cause',
      title: t('cause'),
      nowrap: true,
      cell: (row) => t(`${row.quantity < 0 ? 'out' : 'in'}.${row.cause}`),
    },
    useTypeColumn<MoveRow>(),
    { key: 'about', title: t('about'), cell: (row) => row.other ?? row.numbers.join(' ') },
  ];
}
