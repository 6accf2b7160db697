import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { requestStates } from '../../domain/contact-requests/kinds.ts';
import { ListSearch } from '../context/list-search.tsx';
import { useServerList } from '../context/list.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { ExportButton } from '../exports/export-button.tsx';
import { conditionsOf } from '../exports/requests.ts';
import { sortable, type Column } from '../ui/data-table/data-table.tsx';
import { ServerList } from '../ui/data-table/server-list.tsx';
import { Small } from '../ui/layout.tsx';
import { useRequestColumns } from './columns.tsx';
import { useKinds } from './question-fields.tsx';
import { contactRequestsKey, listForDesk, type DeskQuery, type DeskRow } from './requests.ts';

const sorts = ['createdAt', 'state', 'kind', 'asker'] as const;

/** What people ask the operators, what waits for an answer first (P-06). */
export function Page() {
  const t = useTranslations('contact-requests');
  const kinds = useKinds();
  const { organization = '' } = useParams({ strict: false });
  const list = useServerList({
    fields: ['text', 'state', 'kind'],
    sorts,
    key: [...contactRequestsKey, organization, 'desk-list'],
    read: (wish: DeskQuery) => listForDesk(organization, wish),
    fresh: true,
  });
  return (
    <PageFrame title={t('desk.title')} lead={t('desk.lead')}>
      <ListSearch
        label={t('desk.searchLabel')}
        hint={t('desk.searchHint')}
        text={t('desk.text')}
        choices={[
          {
            field: 'state',
            label: t('own.state'),
            any: t('desk.anyState'),
            options: requestStates.map((value) => ({ value, label: t(`states.${value}`) })),
          },
          {
            field: 'kind',
            label: t('own.kind'),
            any: t('desk.anyKind'),
            options: kinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
          },
        ]}
        {...list}
      />
      <ServerList
        name={t('desk.name')}
        columns={sortable(useColumns(organization), sorts)}
        rowKey={(row) => row.id}
        {...list}
        emptyText={t('desk.empty')}
        actions={
          <ExportButton organization={organization} kind="contact-requests" conditions={conditionsOf(list.state)} />
        }
      />
    </PageFrame>
  );
}

function useColumns(organization: string): Column<DeskRow>[] {
  const t = useTranslations('contact-requests.desk');
  const { createdAt, state, kind, what } = useRequestColumns('contact-desk', organization);
  const asker: Column<DeskRow> = {
    key: 'asker',
    title: t('asker'),
    cell: (row) => (
      <>
        {[row.asker.organization, row.asker.name].filter(Boolean).join(' ')}
        {!row.asker.known && <Small>{t('notLoggedIn')}</Small>}
      </>
    ),
  };
  return [createdAt, state, kind, asker, what];
}
