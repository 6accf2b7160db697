import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useServerList } from '../../context/list.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { ExportButton } from '../../exports/export-button.tsx';
import { conditionsOf } from '../../exports/requests.ts';
import { ListSearch } from '../../context/list-search.tsx';
import type { Column } from '../../ui/data-table/data-table.tsx';
import { ServerList } from '../../ui/data-table/server-list.tsx';
import { BackToStock } from './moves-page.tsx';
import { listBelow, stockKey, type BelowQuery, type BelowRow } from './requests.ts';
import { useTypeColumn } from './type-column.ts';
import { useStockChoices } from './use-choices.ts';

const sorts = ['name', 'held', 'assigned'] as const;
const fields = ['text', 'type', 'termMonths'] as const;

/** What other dealers have: a dealer sees totals of its sub-dealers (L-10), operators those of all. */
export function Page() {
  const t = useTranslations('licence-stock.below');
  const moves = useTranslations('licence-stock.moves');
  const { organization = '' } = useParams({ strict: false });
  const ofAll = useSession().organization.kind === 'maker';
  const list = useServerList({
    fields: fields,
    sorts,
    key: [...stockKey, organization, 'below'],
    read: (wish: BelowQuery) => listBelow(organization, wish),
    fresh: true,
  });
  const columns: Column<BelowRow>[] = [
    { key: 'name', title: t('dealer'), fixed: true, cell: (row) => row.name },
    useTypeColumn<BelowRow>(),
    { key: 'held', title: t('held'), numeric: true, cell: (row) => row.held },
    { key: 'assigned', title: t('assigned'), numeric: true, cell: (row) => row.assigned },
  ];
  return (
    <PageFrame title={t(ofAll ? 'title' : 'ownTitle')} lead={t(ofAll ? 'lead' : 'ownLead')}>
      <ListSearch
        label={t('searchLabel')}
        hint={moves('searchHint')}
        text={t('text')}
        choices={useStockChoices()}
        {...list}
      />
      <ServerList
        name={t(ofAll ? 'title' : 'ownTitle')}
        columns={columns}
        rowKey={(row) => `${row.id} ${row.type} ${row.termMonths}`}
        {...list}
        emptyText={t('empty')}
        actions={<ExportButton organization={organization} kind="dealer-stock" conditions={conditionsOf(list.state)} />}
      />
      <BackToStock organization={organization} />
    </PageFrame>
  );
}
