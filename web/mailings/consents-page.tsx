import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { newsWays } from '../../domain/accounts/news.ts';
import { useInstant } from '../context/dates.ts';
import { ListSearch } from '../context/list-search.tsx';
import { useServerList } from '../context/list.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { ExportButton } from '../exports/export-button.tsx';
import { conditionsOf } from '../exports/requests.ts';
import { Badge } from '../ui/badge.tsx';
import { sortable, type Column } from '../ui/data-table/data-table.tsx';
import { ServerList } from '../ui/data-table/server-list.tsx';
import { Small } from '../ui/layout.tsx';
import { listConsents, mailingsKey, type ConsentQuery, type ConsentRow } from './requests.ts';

const sorts = ['name', 'organization', 'since', 'way'] as const;

/** Who said whether they want news by mail, since when and by which way (P-05). */
export function Page() {
  const t = useTranslations('mailings');
  const { organization = '' } = useParams({ strict: false });
  const list = useServerList({
    fields: ['text', 'news', 'way'],
    sorts,
    key: [...mailingsKey, organization, 'consents'],
    read: (wish: ConsentQuery) => listConsents(organization, wish),
    fresh: true,
  });
  return (
    <PageFrame title={t('consents.title')} lead={t('consents.lead')}>
      <ListSearch
        label={t('consents.search')}
        hint={t('consents.searchHint')}
        text={t('consents.text')}
        choices={[
          {
            field: 'news',
            label: t('consents.news'),
            any: t('consents.anyNews'),
            options: (['yes', 'no'] as const).map((value) => ({ value, label: t(`answers.${value}`) })),
          },
          {
            field: 'way',
            label: t('consents.way'),
            any: t('consents.anyWay'),
            options: newsWays.map((value) => ({ value, label: t(`ways.${value}`) })),
          },
        ]}
        {...list}
      />
      <ServerList
        name={t('consents.name')}
        columns={sortable(useColumns(organization), sorts)}
        rowKey={(row) => row.user}
        {...list}
        emptyText={t('consents.emptyText')}
        actions={
          <ExportButton organization={organization} kind="news-consents" conditions={conditionsOf(list.state)} />
        }
      />
    </PageFrame>
  );
}

function useColumns(organization: string): Column<ConsentRow>[] {
  const t = useTranslations('mailings');
  const instant = useInstant();
  return [
    {
      key: 'name',
      title: t('consents.person'),
      fixed: true,
      cell: ({ user, name, loginId, mail }) => (
        <>
          <Link to="/o/$organization/accounts/$user" params={{ organization, user }}>
            {name || loginId}
          </Link>
          <Small>{mail}</Small>
        </>
      ),
    },
    { key: 'organization', title: t('consents.organization'), cell: ({ organization: { name } }) => name },
    {
      key: 'news',
      title: t('consents.news'),
      nowrap: true,
      cell: ({ news }) => <Badge tone={news ? 'success' : 'quiet'}>{t(`answers.${news ? 'yes' : 'no'}`)}</Badge>,
    },
    { key: 'since', title: t('consents.since'), nowrap: true, cell: ({ since }) => instant(since) },
    { key: 'way', title: t('consents.way'), cell: ({ way }) => t(`ways.${way}`) },
  ];
}
