import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { mailingKinds, mailingStates } from '../../domain/mailings/mailing.ts';
import { useInstant } from '../context/dates.ts';
import { ButtonTo } from '../context/links.tsx';
import { ListSearch } from '../context/list-search.tsx';
import { useServerList } from '../context/list.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { useSiteWords } from '../context/site.ts';
import { ExportButton } from '../exports/export-button.tsx';
import { conditionsOf } from '../exports/requests.ts';
import { sortable, type Column } from '../ui/data-table/data-table.tsx';
import { ServerList } from '../ui/data-table/server-list.tsx';
import { Row } from '../ui/layout.tsx';
import { listMailings, mailingsKey, pollMs, type MailingQuery, type MailingRow } from './requests.ts';
import { StateBadge } from './state-badge.tsx';

const sorts = ['createdAt', 'kind', 'receivers'] as const;

/** What was mailed, and what became of it (P-05). */
export function Page() {
  const t = useTranslations('mailings');
  const { organization = '' } = useParams({ strict: false });
  const list = useServerList({
    fields: ['text', 'kind', 'state'],
    sorts,
    key: [...mailingsKey, organization, 'list'],
    read: (wish: MailingQuery) => listMailings(organization, wish),
    fresh: true,
    refetchMs: (shown) => pollMs(shown?.items),
  });
  return (
    <PageFrame title={t('list.title')} lead={t('list.lead')}>
      <Row print={false}>
        <ButtonTo to="/o/$organization/mailings/new" params={{ organization }}>
          {t('list.compose')}
        </ButtonTo>
        <ButtonTo kind="quiet" to="/o/$organization/news-consents" params={{ organization }}>
          {t('menu.consents')}
        </ButtonTo>
      </Row>
      <ListSearch
        label={t('list.search')}
        hint={t('list.searchHint')}
        text={t('list.text')}
        choices={[
          {
            field: 'kind',
            label: t('list.kind'),
            any: t('list.anyKind'),
            options: mailingKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
          },
          {
            field: 'state',
            label: t('list.state'),
            any: t('list.anyState'),
            options: mailingStates.map((value) => ({ value, label: t(`states.${value}`) })),
          },
        ]}
        {...list}
      />
      <ServerList
        name={t('list.name')}
        columns={sortable(useColumns(organization), sorts)}
        rowKey={(row) => row.id}
        {...list}
        emptyText={t('list.emptyText')}
        actions={<ExportButton organization={organization} kind="mailings" conditions={conditionsOf(list.state)} />}
      />
    </PageFrame>
  );
}

function useColumns(organization: string): Column<MailingRow>[] {
  const t = useTranslations('mailings');
  const instant = useInstant();
  const words = useSiteWords();
  const count = (key: 'receivers' | 'sent' | 'failed' | 'withdrawn'): Column<MailingRow> => ({
    key,
    title: t(`list.${key}`),
    numeric: true,
    cell: (row) => row[key],
  });
  return [
    {
      key: 'title',
      title: t('list.notice'),
      fixed: true,
      cell: ({ id: mailing, title }) => (
        <Link to="/o/$organization/mailings/$mailing" params={{ organization, mailing }}>
          {words(title)}
        </Link>
      ),
    },
    { key: 'createdAt', title: t('list.createdAt'), nowrap: true, cell: (row) => instant(row.createdAt) },
    { key: 'kind', title: t('list.kind'), cell: ({ kind }) => t(`kinds.${kind}`) },
    { key: 'to', title: t('list.to'), cell: ({ toAll }) => t(`aims.${toAll ? 'all' : 'chosen'}`) },
    { key: 'state', title: t('list.state'), nowrap: true, cell: ({ state }) => <StateBadge state={state} /> },
    count('receivers'),
    count('sent'),
    count('failed'),
    count('withdrawn'),
  ];
}
