import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { organizationKinds } from '../../../../domain/accounts/permissions.ts';
import { siteId } from '../../../context/address.ts';
import { useDay, useInstant } from '../../../context/dates.ts';
import { ListSearch } from '../../../context/list-search.tsx';
import { useListState } from '../../../context/list.ts';
import { ButtonTo } from '../../../context/links.tsx';
import { Page as PageFrame } from '../../../context/page.tsx';
import { useRoleWord } from '../../../context/role-word.ts';
import { useSession } from '../../../context/session.ts';
import { sortable, type Column } from '../../../ui/data-table/data-table.tsx';
import { ServerList } from '../../../ui/data-table/server-list.tsx';
import { Small } from '../../../ui/layout.tsx';
import { ExportButton } from '../../../exports/export-button.tsx';
import { conditionsOf } from '../../../exports/requests.ts';
import { useCountryName } from '../../sign-up/countries.ts';
import { listAccounts, type ManagedRow } from '../requests.ts';

const searchFields = ['name', 'user', 'kind', 'state'] as const;
const states = ['invited', 'temporary', 'locked', 'unproved', 'active', 'left'] as const;
const sorts = ['organization', 'loginId', 'user', 'mail', 'kind', 'country', 'role', 'state', 'signedUp', 'lastLogin'];

/** An operator's list of organizations and users (P-26). */
export function Page() {
  const t = useTranslations('account-data.managed');
  const { organization = '' } = useParams({ strict: false });
  const [state, setState] = useListState(searchFields, sorts);
  const query = useQuery({
    queryKey: ['accounts', siteId, organization, state],
    queryFn: () => listAccounts(organization, state),
    placeholderData: keepPreviousData,
  });
  return (
    <PageFrame title={t('title')} lead={t('lead')} actions={<Make organization={organization} />}>
      <ListSearch
        label={t('searchLabel')}
        hint={t('searchHint')}
        text={[
          { field: 'name', label: t('organizationName') },
          { field: 'user', label: t('userName') },
        ]}
        choices={[
          {
            field: 'kind',
            label: t('kind'),
            any: t('anyKind'),
            options: organizationKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
          },
          {
            field: 'state',
            label: t('state'),
            any: t('anyState'),
            options: states.map((value) => ({ value, label: t(`states.${value}`) })),
          },
        ]}
        state={state}
        onChange={setState}
      />
      <ServerList
        name={t('name')}
        query={query}
        columns={useColumns(organization)}
        rowKey={(row) => row.user?.id ?? row.organization.id}
        state={state}
        onChange={setState}
        emptyText={t('emptyText')}
        actions={<ExportButton organization={organization} kind="accounts" conditions={conditionsOf(state)} />}
      />
    </PageFrame>
  );
}

/** Where the site's data name a way for somebody to make accounts for others. */
function Make({ organization }: { organization: string }) {
  const t = useTranslations('account-data.managed');
  const { permissions } = useSession();
  return permissions.includes('accounts:create') ? (
    <ButtonTo kind="secondary" icon="plus" to="/o/$organization/new-account" params={{ organization }}>
      {t('make')}
    </ButtonTo>
  ) : null;
}

function useColumns(organization: string): Column<ManagedRow>[] {
  const t = useTranslations('account-data.managed');
  const day = useDay();
  const instant = useInstant();
  const roleWord = useRoleWord();
  const countryName = useCountryName();
  const to = (user: string) => ({ to: '/o/$organization/accounts/$user', params: { organization, user } }) as const;
  const columns: Column<ManagedRow>[] = [
    { key: 'organization', title: t('organizationName'), cell: (row) => row.organization.name },
    {
      key: 'loginId',
      title: t('loginId'),
      nowrap: true,
      cell: ({ user }) => {
        if (!user) return t('noUser');
        if (user.leftAt) return t('noLoginId');
        return (
          <Link {...to(user.id)} aria-label={t('showName', { loginId: user.loginId })} translate="no">
            {user.loginId}
          </Link>
        );
      },
    },
    {
      key: 'user',
      title: t('user'),
      nowrap: true,
      // Who has left has no login ID to lead to what is kept of them.
      cell: ({ user }) =>
        user?.leftAt ? (
          <Link {...to(user.id)} aria-label={t('showLeftName', { name: user.name || user.mail })}>
            {user.name || user.mail}
          </Link>
        ) : (
          user?.name
        ),
    },
    { key: 'mail', title: t('mail'), nowrap: true, cell: ({ user }) => user?.mail },
    { key: 'kind', title: t('kind'), nowrap: true, cell: (row) => t(`kinds.${row.organization.kind}`) },
    { key: 'country', title: t('country'), nowrap: true, cell: (row) => countryName(row.organization.country) },
    { key: 'role', title: t('role'), nowrap: true, cell: ({ user }) => user && roleWord(user.role) },
    {
      key: 'state',
      title: t('state'),
      nowrap: true,
      cell: ({ user }) =>
        user && (
          <>
            {t(`states.${user.state}`)}
            {user.leftAt && <Small>{t('leftOn', { day: day(user.leftAt) })}</Small>}
          </>
        ),
    },
    { key: 'signedUp', title: t('signedUp'), nowrap: true, cell: (row) => day(row.organization.createdAt) },
    {
      key: 'lastLogin',
      title: t('lastLogin'),
      nowrap: true,
      cell: ({ user }) => user && (user.lastLoginAt ? instant(user.lastLoginAt) : t('never')),
    },
  ];
  return sortable(columns, sorts);
}
