import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { ActivationKeyRow } from '../api/types.ts';
import { useInstant } from '../context/dates.ts';
import { ButtonTo } from '../context/links.tsx';
import { useListState } from '../context/list.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { useSession } from '../context/session.ts';
import { Code } from '../ui/code.tsx';
import { sortable, type Column } from '../ui/data-table/data-table.tsx';
import { ServerList } from '../ui/data-table/server-list.tsx';
import { ExportButton } from '../exports/export-button.tsx';
import { conditionsOf } from '../exports/requests.ts';
import { KeySearch } from './key-search.tsx';
import { useCategoryName } from './options.ts';
import { listActivationKeys } from './requests.ts';

const sorts = ['number', 'productNumber', 'purpose', 'category', 'importedAt'];

/** The activation keys of the site, for operators (K-13). */
export function Page() {
  const t = useTranslations('registration-keys.activationKeys');
  const words = useTranslations('registration-keys');
  const { organization = '' } = useParams({ strict: false });
  const { permissions } = useSession();
  const [state, setState] = useListState(['number'], sorts);
  const { search } = state;
  const query = useQuery({
    queryKey: ['activation-keys', organization, state],
    queryFn: () => listActivationKeys(organization, state),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns(organization);
  const toImport = permissions.includes('activation-keys:import') && (
    <ButtonTo to="/o/$organization/activation-keys/import" params={{ organization }} icon="upload">
      {words('menu.import')}
    </ButtonTo>
  );
  return (
    <PageFrame title={t('title')} lead={t('lead')} actions={toImport}>
      <KeySearch key={JSON.stringify(search)} fields={['number']} state={state} onChange={setState} />
      <ServerList
        name={t('name')}
        query={query}
        columns={columns}
        rowKey={(row) => row.number}
        state={state}
        onChange={setState}
        emptyText={t('emptyText')}
        actions={<ExportButton organization={organization} kind="activation-keys" conditions={conditionsOf(state)} />}
      />
    </PageFrame>
  );
}

function useColumns(organization: string): Column<ActivationKeyRow>[] {
  const t = useTranslations('registration-keys');
  const instant = useInstant();
  const nameOf = useCategoryName();
  const columns: Column<ActivationKeyRow>[] = [
    {
      key: 'number',
      title: t('fields.number'),
      nowrap: true,
      cell: (row) => (
        <Link to="/o/$organization/activation-keys/$number" params={{ organization, number: row.number }}>
          <Code>{row.number}</Code>
        </Link>
      ),
    },
    { key: 'productNumber', title: t('fields.productNumber'), nowrap: true, cell: (row) => row.productNumber },
    { key: 'purpose', title: t('fields.purpose'), cell: (row) => row.purpose },
    { key: 'category', title: t('fields.category'), cell: (row) => nameOf(row.category) },
    { key: 'importedAt', title: t('fields.importedAt'), nowrap: true, cell: (row) => instant(row.importedAt) },
    {
      key: 'issued',
      title: t('fields.used'),
      nowrap: true,
      cell: (row) => t(`activationKeys.${row.voided ? 'voided' : row.issued ? 'used' : 'unused'}`),
    },
  ];
  return sortable(columns, sorts);
}
