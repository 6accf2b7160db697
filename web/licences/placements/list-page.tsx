import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useCivilDate } from '../../context/dates.ts';
import { useListState } from '../../context/list.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { ExportButton } from '../../exports/export-button.tsx';
import { ListSearch } from '../../organizations/list-search.tsx';
import { sortable, type Column } from '../../ui/data-table/data-table.tsx';
import { ServerList } from '../../ui/data-table/server-list.tsx';
import { useLicenceTypeName } from '../options.ts';
import { DefaultRenewal } from './default-renewal.tsx';
import { listLicences, placementsKey, type Licence, type LicenceQuery } from './requests.ts';

const sorts = ['type', 'state', 'device', 'lastDay'] as const;
const states = ['placed', 'waiting', 'expired'] as const;

/** A customer's licences: what each serves, until when, and which of them wait (L-05). */
export function Page() {
  const t = useTranslations('licence-placements.list');
  const words = useTranslations('licence-placements');
  const { organization = '' } = useParams({ strict: false });
  const { permissions } = useSession();
  const [state, setState] = useListState(['text', 'state'], sorts);
  const { page, pageSize, search, sort } = state;
  const { text, ...rest } = search;
  const conditions = { ...rest, ...(text && { device: text }), ...(sort && { sort }) };
  const wish = { ...conditions, page, pageSize } as LicenceQuery;
  const query = useQuery({
    queryKey: [...placementsKey, organization, 'list', wish],
    queryFn: () => listLicences(organization, wish),
    placeholderData: keepPreviousData,
  });
  const choice = {
    field: 'state',
    label: words('state'),
    any: t('anyState'),
    options: states.map((one) => ({ value: one, label: words(`states.${one}`) })),
  };
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      <ListSearch
        key={JSON.stringify(search)}
        label={t('searchLabel')}
        hint={t('searchHint')}
        text={t('text')}
        choices={[choice]}
        state={state}
        onChange={setState}
      />
      <ServerList
        name={t('name')}
        query={query}
        columns={sortable(useColumns(organization), sorts)}
        rowKey={(row) => row.id}
        state={state}
        onChange={setState}
        emptyText={t('empty')}
        actions={<ExportButton organization={organization} kind="licences" conditions={conditions} />}
      />
      {permissions.includes('licences:place') && <DefaultRenewal organization={organization} />}
    </PageFrame>
  );
}

function useColumns(organization: string): Column<Licence>[] {
  const t = useTranslations('licence-placements');
  const typeName = useLicenceTypeName();
  const day = useCivilDate('medium');
  return [
    {
      key: 'type',
      title: t('type'),
      cell: (row) => (
        <Link
          to="/o/$organization/own-licences/$licence"
          params={{ organization, licence: row.id }}
          aria-label={t('list.open', { type: typeName(row.type), day: day(row.lastDay) })}
        >
          {typeName(row.type)}
        </Link>
      ),
    },
    { key: 'state', title: t('state'), nowrap: true, cell: (row) => t(`states.${row.state}`) },
    {
      key: 'device',
      title: t('device'),
      cell: (row) =>
        row.device?.name ?? (row.setAsideFor ? t('list.keptFor', { name: row.setAsideFor.name }) : t('none')),
    },
    { key: 'lastDay', title: t('lastDay'), nowrap: true, cell: (row) => day(row.lastDay) },
    { key: 'assigned', title: t('assignedOn'), nowrap: true, cell: (row) => day(row.assignedOn) },
  ];
}
