import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useCivilDate } from '../../context/dates.ts';
import { useServerList } from '../../context/list.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { ExportButton } from '../../exports/export-button.tsx';
import { conditionsOf } from '../../exports/requests.ts';
import { ListSearch } from '../../context/list-search.tsx';
import type { Column } from '../../ui/data-table/data-table.tsx';
import { ServerList } from '../../ui/data-table/server-list.tsx';
import { useLicenceTypeName } from '../options.ts';
import { DefaultRenewal } from './default-renewal.tsx';
import { listLicences, placementsKey, type Licence, type LicenceQuery } from './requests.ts';

const sorts = ['type', 'state', 'device', 'lastDay'] as const;
const states = ['placed', 'waiting', 'expired'] as const;

type Wish = LicenceQuery & { text?: string };
/** What is searched for is a device. */
const ofDevice = <W extends { text?: string }>({ text, ...rest }: W) => ({ ...rest, ...(text && { device: text }) });

/** A customer's licences: what each serves, until when, and which of them wait (L-05). */
export function Page() {
  const t = useTranslations('licence-placements.list');
  const words = useTranslations('licence-placements');
  const { organization = '' } = useParams({ strict: false });
  const { permissions } = useSession();
  const list = useServerList({
    fields: ['text', 'state'],
    sorts,
    key: [...placementsKey, organization, 'list'],
    read: (wish: Wish) => listLicences(organization, ofDevice(wish)),
  });
  const choice = {
    field: 'state',
    label: words('state'),
    any: t('anyState'),
    options: states.map((one) => ({ value: one, label: words(`states.${one}`) })),
  };
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      <ListSearch label={t('searchLabel')} hint={t('searchHint')} text={t('text')} choices={[choice]} {...list} />
      <ServerList
        name={t('name')}
        columns={useColumns(organization)}
        rowKey={(row) => row.id}
        {...list}
        emptyText={t('empty')}
        actions={
          <ExportButton organization={organization} kind="licences" conditions={ofDevice(conditionsOf(list.state))} />
        }
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
    {
      key: 'device',
      title: t('device'),
      cell: (row) =>
        row.device?.name ?? (row.setAsideFor ? t('list.keptFor', { name: row.setAsideFor.name }) : t('none')),
    },
    { key: 'lastDay', title: t('lastDay'), nowrap: true, cell: (row) => day(row.lastDay) },
    { key: 'state', title: t('state'), nowrap: true, cell: (row) => t(`states.${row.state}`) },
    { key: 'assigned', title: t('assignedOn'), nowrap: true, cell: (row) => day(row.assignedOn) },
  ];
}
