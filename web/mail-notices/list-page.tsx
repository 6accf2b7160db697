import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { ButtonTo } from '../context/links.tsx';
import { useServerList } from '../context/list.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { useRoleWord } from '../context/role-word.ts';
import { useSite } from '../context/site.ts';
import { ExportButton } from '../exports/export-button.tsx';
import { conditionsOf } from '../exports/requests.ts';
import { ListSearch } from '../context/list-search.tsx';
import type { Column } from '../ui/data-table/data-table.tsx';
import { ServerList } from '../ui/data-table/server-list.tsx';
import { listPeople, mailNoticesKey, type PeopleQuery, type PersonShown } from './requests.ts';

const sorts = ['name', 'mail', 'role'] as const;

/** Who of the organization is mailed about what (C-11). */
export function Page() {
  const t = useTranslations('mail-notices.list');
  const words = useTranslations('mail-notices.events');
  const { organization = '' } = useParams({ strict: false });
  const offered = useSite().capabilities['mail-notices']?.events ?? [];
  const list = useServerList({
    fields: ['text', 'event'],
    sorts,
    key: [...mailNoticesKey, organization, 'list'],
    read: (wish: PeopleQuery) => listPeople(organization, wish),
  });
  return (
    <PageFrame title={t('title')} part={t('part')} lead={t('lead')}>
      <ListSearch
        label={t('searchLabel')}
        hint={t('searchHint')}
        text={t('text')}
        choices={[
          {
            field: 'event',
            label: t('event'),
            any: t('anyEvent'),
            options: offered.map((value) => ({ value, label: words(value) })),
          },
        ]}
        {...list}
      />
      <ServerList
        name={t('title')}
        columns={useColumns(organization)}
        rowKey={(row) => row.id}
        {...list}
        emptyText={t('empty')}
        actions={<ExportButton organization={organization} kind="mail-notices" conditions={conditionsOf(list.state)} />}
      />
      <div>
        <ButtonTo kind="quiet" icon="left" to="/o/$organization/mail-notices" params={{ organization }}>
          {t('back')}
        </ButtonTo>
      </div>
    </PageFrame>
  );
}

function useColumns(organization: string): Column<PersonShown>[] {
  const t = useTranslations('mail-notices.list');
  const words = useTranslations('mail-notices.events');
  const word = useRoleWord();
  return [
    {
      key: 'name',
      title: t('name'),
      nowrap: true,
      cell: (row) => (
        <Link
          to="/o/$organization/mail-notices/users/$user"
          params={{ organization, user: row.id }}
          aria-label={t('openName', { name: row.name || row.loginId })}
        >
          {row.name || row.loginId}
        </Link>
      ),
    },
    {
      key: 'events',
      title: t('events'),
      cell: (row) => (row.events.length === 0 ? t('nothing') : row.events.map((event) => words(event)).join(t('and'))),
    },
    { key: 'role', title: t('role'), nowrap: true, cell: (row) => word(row.role) },
    { key: 'mail', title: t('mail'), nowrap: true, cell: (row) => (row.reached ? row.mail : t('noAddress')) },
  ];
}
