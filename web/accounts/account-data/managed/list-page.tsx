import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { siteId } from '../../../context/address.ts';
import { useDay, useInstant } from '../../../context/dates.ts';
import { useListState } from '../../../context/list.ts';
import { ButtonTo } from '../../../context/links.tsx';
import { Page as PageFrame } from '../../../context/page.tsx';
import { useRoleWord } from '../../../context/role-word.ts';
import { useSession } from '../../../context/session.ts';
import { sortable, type Column } from '../../../ui/data-table/data-table.tsx';
import type { ListState } from '../../../ui/data-table/list-state.ts';
import { SearchForm } from '../../../ui/data-table/search-form.tsx';
import { ServerList } from '../../../ui/data-table/server-list.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { ExportButton } from '../../../exports/export-button.tsx';
import { conditionsOf } from '../../../exports/requests.ts';
import { useCountryName } from '../../sign-up/countries.ts';
import { listAccounts, type ManagedRow } from '../requests.ts';

const searchFields = ['name', 'user'] as const;
const sorts = ['organization', 'loginId', 'user', 'mail', 'kind', 'country', 'role', 'signedUp', 'lastLogin'];
const searchMax = 100;

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
      <Search key={JSON.stringify(state.search)} state={state} onChange={setState} />
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

function Search({ state, onChange }: { state: ListState; onChange: (state: ListState) => void }) {
  const t = useTranslations('account-data.managed');
  const { name = '', user = '' } = state.search;
  const form = useForm({ name, user });
  function submit(event: FormEvent): void {
    event.preventDefault();
    const filled = searchFields.flatMap((field) => {
      const text = form.values[field].trim();
      return text === '' ? [] : [[field, text]];
    });
    onChange({ ...state, page: 1, search: Object.fromEntries(filled) });
  }
  const labels = { name: t('organizationName'), user: t('userName') };
  return (
    <SearchForm
      label={t('searchLabel')}
      hint={t('searchHint')}
      summary={null}
      onSubmit={submit}
      onClear={() => {
        form.replace({ name: '', user: '' });
        onChange({ ...state, page: 1, search: {} });
      }}
    >
      {searchFields.map((field) => (
        <TextField
          key={field}
          plain
          id={form.idOf(field)}
          label={labels[field]}
          value={form.values[field]}
          onChange={(value) => form.set(field, value)}
          maxLength={searchMax}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      ))}
    </SearchForm>
  );
}

function useColumns(organization: string): Column<ManagedRow>[] {
  const t = useTranslations('account-data.managed');
  const day = useDay();
  const instant = useInstant();
  const roleWord = useRoleWord();
  const countryName = useCountryName();
  const columns: Column<ManagedRow>[] = [
    { key: 'organization', title: t('organizationName'), cell: (row) => row.organization.name },
    {
      key: 'loginId',
      title: t('loginId'),
      nowrap: true,
      cell: ({ user }) =>
        user ? (
          <Link
            to="/o/$organization/accounts/$user"
            params={{ organization, user: user.id }}
            aria-label={t('showName', { loginId: user.loginId })}
            translate="no"
          >
            {user.loginId}
          </Link>
        ) : (
          t('noUser')
        ),
    },
    { key: 'user', title: t('user'), nowrap: true, cell: ({ user }) => user?.name },
    { key: 'mail', title: t('mail'), nowrap: true, cell: ({ user }) => user?.mail },
    { key: 'kind', title: t('kind'), nowrap: true, cell: (row) => t(`kinds.${row.organization.kind}`) },
    { key: 'country', title: t('country'), nowrap: true, cell: (row) => countryName(row.organization.country) },
    { key: 'role', title: t('role'), nowrap: true, cell: ({ user }) => user && roleWord(user.role) },
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
