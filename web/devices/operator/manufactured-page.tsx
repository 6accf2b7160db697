import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { siteId } from '../../context/address.ts';
import { useCivilDate, useInstant } from '../../context/dates.ts';
import { ButtonTo } from '../../context/links.tsx';
import { useListState } from '../../context/list.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { useSite } from '../../context/site.ts';
import { ExportButton } from '../../exports/export-button.tsx';
import { conditionsOf } from '../../exports/requests.ts';
import { Code } from '../../ui/code.tsx';
import { sortable, type Column } from '../../ui/data-table/data-table.tsx';
import type { ListState } from '../../ui/data-table/list-state.ts';
import { SearchForm } from '../../ui/data-table/search-form.tsx';
import { ServerList } from '../../ui/data-table/server-list.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { useNoun, useOptions } from '../options.ts';
import { listManufactured, type ManufacturedRow } from '../requests.ts';

const sorts = ['serial', 'model', 'shippedOn', 'orderNumber', 'importedAt'];
const conditions = ['serial', 'model', 'orderNumber', 'state'] as const;
const states = ['free', 'waiting', 'registered', 'locked'] as const;

/** The factory's list: what was made, and whose it is now. */
export function Page() {
  const t = useTranslations('devices.manufactured');
  const noun = useNoun();
  const { organization = '' } = useParams({ strict: false });
  const { permissions } = useSession();
  const [state, setState] = useListState(conditions, sorts);
  const query = useQuery({
    queryKey: ['devices', siteId, organization, 'manufactured', state],
    queryFn: () => listManufactured(organization, state),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns(organization);
  const bring = permissions.includes('manufactured-devices:import') && (
    <ButtonTo to="/o/$organization/manufactured-devices/import" params={{ organization }} icon="upload">
      {t('import')}
    </ButtonTo>
  );
  return (
    <PageFrame title={t('title', noun)} lead={t('lead')} actions={bring}>
      <Search key={JSON.stringify(state.search)} state={state} onChange={setState} />
      <ServerList
        name={t('name', noun)}
        query={query}
        columns={columns}
        rowKey={(row) => row.id}
        state={state}
        onChange={setState}
        emptyText={t('emptyText')}
        actions={
          <ExportButton organization={organization} kind="manufactured-devices" conditions={conditionsOf(state)} />
        }
      />
    </PageFrame>
  );
}

function useColumns(organization: string): Column<ManufacturedRow>[] {
  const t = useTranslations('headings.manufactured-devices');
  const words = useTranslations('devices');
  const instant = useInstant();
  const date = useCivilDate('medium');
  const reports = 'readings' in useSite().capabilities;
  const columns: Column<ManufacturedRow>[] = [
    {
      key: 'serial',
      title: t('serial'),
      nowrap: true,
      cell: ({ id, serial, state }) =>
        state === 'registered' ? (
          <Link to="/o/$organization/devices/$device" params={{ organization, device: id }}>
            <Code>{serial}</Code>
          </Link>
        ) : (
          <Code>{serial}</Code>
        ),
    },
    { key: 'model', title: t('model'), nowrap: true, cell: ({ model }) => <Code>{model}</Code> },
    { key: 'shippedOn', title: t('shippedOn'), nowrap: true, cell: ({ shippedOn }) => shippedOn && date(shippedOn) },
    { key: 'orderNumber', title: t('orderNumber'), nowrap: true, cell: ({ orderNumber }) => orderNumber },
    {
      key: 'claimCode',
      title: t('claimCode'),
      cell: ({ claimCode }) => (claimCode ? words('manufactured.withClaimCode') : null),
    },
    { key: 'state', title: t('state'), nowrap: true, cell: ({ state }) => t(state) },
    ...(reports
      ? [
          {
            key: 'lastCallAt',
            title: t('lastCallAt'),
            nowrap: true,
            cell: ({ lastCallAt }: ManufacturedRow) => lastCallAt && instant(lastCallAt),
          },
        ]
      : []),
    { key: 'organization', title: words('fields.organization'), cell: (row) => row.organization },
    { key: 'importedAt', title: t('importedAt'), nowrap: true, cell: ({ importedAt }) => instant(importedAt) },
  ];
  return sortable(columns, sorts);
}

function Search({ state, onChange }: { state: ListState; onChange: (state: ListState) => void }) {
  const t = useTranslations('devices.manufactured');
  const headings = useTranslations('headings.manufactured-devices');
  const any = useTranslations('devices.list')('any');
  const noun = useNoun();
  const { models } = useOptions();
  const reports = 'readings' in useSite().capabilities;
  const { search } = state;
  const form = useForm<Record<(typeof conditions)[number], string>>({
    serial: search['serial'] ?? '',
    model: search['model'] ?? '',
    orderNumber: search['orderNumber'] ?? '',
    state: search['state'] ?? '',
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    const filled = conditions.flatMap((field) => {
      const value = form.values[field].trim();
      return value === '' ? [] : [[field, value] as const];
    });
    onChange({ ...state, page: 1, search: Object.fromEntries(filled) });
  }
  const text = (field: 'serial' | 'orderNumber') => (
    <TextField
      plain
      code
      id={form.idOf(field)}
      label={headings(field)}
      value={form.values[field]}
      onChange={(value) => form.set(field, value)}
      maxLength={80}
      autoComplete="off"
      spellCheck={false}
    />
  );
  const choice = (field: 'model' | 'state', options: { value: string; label: string }[]) => (
    <SelectField
      plain
      id={form.idOf(field)}
      label={headings(field)}
      value={form.values[field]}
      onChange={(value) => form.set(field, value)}
      options={[{ value: '', label: any }, ...options]}
    />
  );
  return (
    <SearchForm
      label={t('search', noun)}
      hint={t('searchHint')}
      summary={null}
      onSubmit={submit}
      onClear={() => {
        form.replace({ serial: '', model: '', orderNumber: '', state: '' });
        onChange({ ...state, page: 1, search: {} });
      }}
    >
      {text('serial')}
      {choice(
        'model',
        models.map(({ id }) => ({ value: id, label: id })),
      )}
      {text('orderNumber')}
      {choice(
        'state',
        states.filter((one) => one !== 'waiting' || reports).map((one) => ({ value: one, label: headings(one) })),
      )}
    </SearchForm>
  );
}
