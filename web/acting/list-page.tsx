import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { siteId } from '../context/address.ts';
import { useInstant } from '../context/dates.ts';
import { useServerList } from '../context/list.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { useSession } from '../context/session.ts';
import { ExportButton } from '../exports/export-button.tsx';
import { conditionsOf } from '../exports/requests.ts';
import { ListSearch } from '../context/list-search.tsx';
import type { Column } from '../ui/data-table/data-table.tsx';
import { ServerList } from '../ui/data-table/server-list.tsx';
import styles from '../organizations/cells.module.css';
import { listActing, type Acting, type ActingQuery } from './requests.ts';
import { useEndText } from './end-text.ts';

const sorts = ['startedAt', 'by', 'of', 'user'] as const;

/** Who worked on behalf of my organization, and out of it on behalf of others: when, why, and how much was done (P-17). */
export function Page() {
  const t = useTranslations('acting.list');
  const { organization = '' } = useParams({ strict: false });
  const session = useSession();
  const list = useServerList({
    fields: ['text'],
    sorts,
    key: ['acting', siteId, organization],
    read: (wish: ActingQuery) => listActing(organization, wish),
  });
  const others = session.organization.kind !== 'customer';
  return (
    <PageFrame title={t('title')} lead={t(others ? 'leadOthers' : 'lead', { organization: session.organization.name })}>
      <ListSearch label={t('searchLabel')} hint={t('searchHint')} text={t('text')} {...list} />
      <ServerList
        name={t('name')}
        columns={useColumns(organization, others)}
        rowKey={(row) => row.id}
        {...list}
        emptyText={t(others ? 'emptyOthers' : 'empty')}
        actions={<ExportButton organization={organization} kind="acting" conditions={conditionsOf(list.state)} />}
      />
    </PageFrame>
  );
}

function useColumns(organization: string, others: boolean): Column<Acting>[] {
  const t = useTranslations('acting.list');
  const instant = useInstant();
  const endText = useEndText();
  return [
    {
      key: 'startedAt',
      title: t('startedAt'),
      nowrap: true,
      cell: (row) => (
        <Link
          to="/o/$organization/acting/$acting"
          params={{ organization, acting: row.id }}
          aria-label={t('openName', { user: row.by.user, begun: instant(row.startedAt) })}
        >
          {instant(row.startedAt)}
        </Link>
      ),
    },
    ...(others
      ? [{ key: 'of', title: t('of'), cell: (row: Acting) => <span className={styles['name']}>{row.of}</span> }]
      : []),
    { key: 'user', title: t('user'), nowrap: true, cell: (row) => row.by.user },
    { key: 'by', title: t('by'), cell: (row) => <span className={styles['name']}>{row.by.organization}</span> },
    {
      key: 'reason',
      title: t('reason'),
      long: true,
      cell: (row) => <span className={styles['name']}>{row.reason}</span>,
    },
    { key: 'endedAt', title: t('endedAt'), nowrap: true, cell: endText },
    { key: 'done', title: t('done'), nowrap: true, cell: (row) => t('doneCount', { count: row.done }) },
  ];
}
