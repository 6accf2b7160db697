import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { ListedImport } from '../api/types.ts';
import { useInstant } from '../context/dates.ts';
import { ListSearch } from '../context/list-search.tsx';
import { useServerList } from '../context/list.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { useSession } from '../context/session.ts';
import { ExportButton } from '../exports/export-button.tsx';
import { conditionsOf } from '../exports/requests.ts';
import { useSite } from '../context/site.ts';
import { useProblemText } from '../texts/problem-text.ts';
import type { Column } from '../ui/data-table/data-table.tsx';
import { ServerList } from '../ui/data-table/server-list.tsx';
import { isUnderWay, listImports, listPollMs, type ImportQuery } from './requests.ts';

const shownStates = ['previewed', 'waiting', 'running', 'done', 'refused', 'failed', 'cancelled'] as const;

/** Every file that was uploaded and what became of it: the way back to one that was left. */
export function Page() {
  const t = useTranslations('imports.list');
  const { organization = '' } = useParams({ strict: false });
  const seesAll = useSession().organization.kind === 'maker';
  const { timeZone } = useSite();
  const states = useTranslations('imports.states');
  const list = useServerList({
    fields: ['text', 'state', 'from', 'until'],
    key: ['imports', organization],
    read: (wish: ImportQuery) => listImports(organization, wish),
    refetchMs: (data) => (data?.items.some((row) => isUnderWay(row.state)) ? listPollMs : false),
  });
  return (
    <PageFrame title={t('title')} lead={t(seesAll ? 'leadAll' : 'lead')}>
      <ListSearch
        label={t('searchLabel')}
        hint={t('searchHint', { zone: timeZone })}
        text={t('text')}
        choices={[
          {
            field: 'state',
            label: t('state'),
            any: t('anyState'),
            options: shownStates.map((value) => ({ value, label: states(value) })),
          },
        ]}
        days
        {...list}
      />
      <ServerList
        name={t('name')}
        columns={useColumns(organization, seesAll)}
        rowKey={(row) => row.id}
        {...list}
        emptyText={t('emptyText')}
        actions={<ExportButton organization={organization} kind="imports" conditions={conditionsOf(list.state)} />}
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
  const problemText = useProblemText();
  if (isUnderWay(row.state)) return work('progress', { done: row.rowsDone, rows: row.rowCount });
  if (row.state === 'done') return t('stored', { count: row.storedCount });
  if (row.fault) return problemText(row.fault);
  return row.faultCount > 0 ? t('faults', { count: row.faultCount }) : null;
}

/** What a kind of file is called; one of a newer server by its machine word. */
function useKindWord(): (kind: string) => string {
  const t = useTranslations('headings.files') as unknown as { (key: string): string; has: (key: string) => boolean };
  return (kind) => (t.has(kind) ? t(kind) : kind);
}
