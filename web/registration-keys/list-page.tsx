import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useInstant } from '../context/dates.ts';
import { ButtonTo } from '../context/links.tsx';
import { useListState } from '../context/list.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { useSession } from '../context/session.ts';
import { Code } from '../ui/code.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { sortable, type Column } from '../ui/data-table/data-table.tsx';
import { Small } from '../ui/layout.tsx';
import { ServerList } from '../ui/data-table/server-list.tsx';
import { ExportButton } from '../exports/export-button.tsx';
import { conditionsOf } from '../exports/requests.ts';
import { KeySearch } from './key-search.tsx';
import { listKeys } from './requests.ts';

const sorts = ['issuedAt', 'organization', 'deviceId', 'activationKey', 'productNumber', 'purpose'];

/** What the own organization has issued, newest first (K-07). */
export function Page() {
  const t = useTranslations('registration-keys.list');
  const words = useTranslations('registration-keys');
  const { organization = '' } = useParams({ strict: false });
  const { permissions, organization: own } = useSession();
  const seesAll = own.kind === 'maker';
  const [state, setState] = useListState(['deviceId', 'activationKey'], sorts);
  const { search } = state;
  const query = useQuery({
    queryKey: ['registration-keys', organization, state],
    queryFn: () => listKeys(organization, state),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns(seesAll);
  const issue = permissions.includes('registration-keys:issue') && (
    <ButtonTo to="/o/$organization/registration-keys/issue" params={{ organization }} icon="key">
      {words('cards.issueAction')}
    </ButtonTo>
  );
  return (
    <PageFrame title={t('title')} lead={t(seesAll ? 'leadAll' : 'lead')} actions={issue}>
      <KeySearch
        key={JSON.stringify(search)}
        fields={['deviceId', 'activationKey']}
        state={state}
        onChange={setState}
      />
      <ServerList
        name={t('name')}
        query={query}
        columns={columns}
        rowKey={(row) => `${row.registrationKey} ${row.issuedAt} ${row.organization}`}
        state={state}
        onChange={setState}
        emptyText={t('emptyText')}
        actions={<ExportButton organization={organization} kind="registration-keys" conditions={conditionsOf(state)} />}
      />
    </PageFrame>
  );
}

type IssuedRow = Awaited<ReturnType<typeof listKeys>>['items'][number];

/** A key that an operator moved says where to; the old row stays, and its key stays valid on the old unit (K-04). */
function Device({ row }: { row: IssuedRow }) {
  const t = useTranslations('registration-keys.list');
  return (
    <>
      <Code>{row.deviceId}</Code>
      {row.movedTo && <Small>{t('movedTo', { deviceId: row.movedTo })}</Small>}
      {row.movedFrom && <Small>{t('movedFrom', { deviceId: row.movedFrom })}</Small>}
    </>
  );
}

/** Operators see everybody's keys, so they see whose they are. */
function useColumns(seesAll: boolean): Column<IssuedRow>[] {
  const t = useTranslations('registration-keys.fields');
  const instant = useInstant();
  const columns: Column<IssuedRow>[] = [
    { key: 'issuedAt', title: t('issuedAt'), nowrap: true, cell: (row) => instant(row.issuedAt) },
    ...(seesAll ? [{ key: 'organization', title: t('organization'), cell: (row: IssuedRow) => row.organization }] : []),
    { key: 'deviceId', title: t('deviceId'), nowrap: true, cell: (row) => <Device row={row} /> },
    { key: 'activationKey', title: t('activationKey'), nowrap: true, cell: (row) => <Code>{row.activationKey}</Code> },
    { key: 'productNumber', title: t('productNumber'), nowrap: true, cell: (row) => row.productNumber },
    { key: 'purpose', title: t('purpose'), cell: (row) => row.purpose },
    {
      key: 'registrationKey',
      title: t('registrationKey'),
      nowrap: true,
      cell: (row) => (
        <>
          <Code>{row.registrationKey}</Code>{' '}
          <CopyButton kind="quiet" text={row.registrationKey} name={row.registrationKey} />
        </>
      ),
    },
    {
      key: 'installation',
      title: t('installation'),
      cell: (row) => row.installation?.filter(Boolean).map((line) => <div key={line}>{line}</div>),
    },
  ];
  return sortable(columns, sorts);
}
