import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { ListedImport } from '../api/types.ts';
import { useInstant } from '../context/dates.ts';
import { useListState } from '../context/list.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { useSession } from '../context/session.ts';
import type { Column } from '../ui/data-table/data-table.tsx';
import { ServerList } from '../ui/data-table/server-list.tsx';
import { importsQuery, isUnderWay } from './requests.ts';

/** Every file that was uploaded and what became of it: the way back to one that was left. */
export function Page() {
  const t = useTranslations('imports.list');
  const { organization = '' } = useParams({ strict: false });
  const seesAll = useSession().organization.kind === 'maker';
  const [state, setState] = useListState([]);
  const { page, pageSize } = state;
  const query = useQuery({ ...importsQuery(organization, { page, pageSize }), placeholderData: keepPreviousData });
  const columns = useColumns(organization, seesAll);
  return (
    <PageFrame title={t('title')} lead={t(seesAll ? 'leadAll' : 'lead')}>
      <ServerList
        name={t('name')}
        query={{ ...query, isFetching: query.isPlaceholderData }}
        columns={columns}
        rowKey={(row) => row.id}
        state={state}
        onChange={setState}
        emptyText={t('emptyText')}
      />
    </PageFrame>
  );
}

function useColumns(organization: string, seesAll: boolean): Column<ListedImport>[] {
  const t = useTranslations('imports.list');
  const states = useTranslations('imports.states');
  const kindWord = useKindWord();
  const instant = useInstant();
  return [
    { key: 'createdAt', title: t('createdAt'), nowrap: true, cell: (row) => instant(row.createdAt) },
    {
      key: 'file',
      title: t('file'),
      cell: (row) =>
        row.own ? (
          <Link to={row.page} params={{ organization, import: row.id }}>
            {row.fileName}
          </Link>
        ) : (
          row.fileName
        ),
    },
    { key: 'kind', title: t('kind'), cell: (row) => kindWord(row.kind) },
    ...(seesAll
      ? [{ key: 'organization', title: t('organization'), cell: (row: ListedImport) => row.organization }]
      : []),
    { key: 'user', title: t('user'), cell: (row) => row.user },
    { key: 'rows', title: t('rows'), nowrap: true, cell: (row) => row.rowCount.toLocaleString() },
    { key: 'state', title: t('state'), nowrap: true, cell: (row) => states(row.state) },
    { key: 'outcome', title: t('outcome'), cell: (row) => <Outcome row={row} /> },
    { key: 'doneAt', title: t('doneAt'), nowrap: true, cell: (row) => row.doneAt && instant(row.doneAt) },
  ];
}

function Outcome({ row }: { row: ListedImport }) {
  const t = useTranslations('imports.list');
  const work = useTranslations('imports.work');
  if (isUnderWay(row.state)) return work('progress', { done: row.rowsDone, rows: row.rowCount });
  if (row.state === 'done') return t('stored', { count: row.storedCount });
  return row.faultCount > 0 ? t('faults', { count: row.faultCount }) : null;
}

/** The words for the kinds that are known; another one is called by its machine word. */
function useKindWord(): (kind: string) => string {
  const t = useTranslations('imports.kinds');
  const known = ['activation-keys', 'bulk-issue', 'manufactured-devices', 'device-registrations'] as const;
  return (kind) => {
    const found = known.find((one) => one === kind);
    return found ? t(found) : kind;
  };
}
