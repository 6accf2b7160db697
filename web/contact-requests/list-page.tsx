import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useInstant } from '../context/dates.ts';
import { ButtonTo } from '../context/links.tsx';
import { useServerList } from '../context/list.ts';
import { Page as PageFrame } from '../context/page.tsx';
import type { Column } from '../ui/data-table/data-table.tsx';
import { ServerList } from '../ui/data-table/server-list.tsx';
import { contactRequestsKey, listOwn, type OwnRow } from './requests.ts';
import { StateBadge } from './state-badge.tsx';

/** What somebody asked the operators (P-06), with the way to ask more. */
export function Page() {
  const t = useTranslations('contact-requests.own');
  const { organization = '' } = useParams({ strict: false });
  const list = useServerList({
    fields: [],
    key: [...contactRequestsKey, organization, 'own-list'],
    read: (wish: { page: number; pageSize: 10 | 25 | 50 | 100 }) => listOwn(organization, wish),
    fresh: true,
  });
  return (
    <PageFrame
      title={t('title')}
      lead={t('lead')}
      actions={
        <ButtonTo to="/o/$organization/contact/new" params={{ organization }} icon="plus">
          {t('ask')}
        </ButtonTo>
      }
    >
      <ServerList
        name={t('name')}
        columns={useColumns(organization)}
        rowKey={(row) => row.id}
        {...list}
        emptyText={t('empty')}
      />
    </PageFrame>
  );
}

function useColumns(organization: string): Column<OwnRow>[] {
  const t = useTranslations('contact-requests');
  const instant = useInstant();
  return [
    {
      key: 'createdAt',
      title: t('own.createdAt'),
      nowrap: true,
      cell: (row) => (
        <Link
          to="/o/$organization/contact/$request"
          params={{ organization, request: row.id }}
          aria-label={t('own.open', { at: instant(row.createdAt) })}
        >
          {instant(row.createdAt)}
        </Link>
      ),
    },
    { key: 'state', title: t('own.state'), nowrap: true, cell: (row) => <StateBadge state={row.state} /> },
    { key: 'kind', title: t('own.kind'), cell: (row) => t(`kinds.${row.kind}`) },
    {
      key: 'what',
      title: t('own.what'),
      cell: (row) => [row.device?.label, row.about].filter(Boolean).join(' / '),
    },
  ];
}
