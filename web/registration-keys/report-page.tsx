import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useListState } from '../context/list.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { useSession } from '../context/session.ts';
import { ExportButton } from '../exports/export-button.tsx';
import { conditionsOf } from '../exports/requests.ts';
import type { ListState } from '../ui/data-table/list-state.ts';
import { ServerList } from '../ui/data-table/server-list.tsx';
import { Notice } from '../ui/notice.tsx';
import { historySorts, totalSorts, useHistoryColumns, useTotalColumns } from './report-columns.tsx';
import { ReportForm, type Report } from './report-form.tsx';
import { listHistory, listTotals } from './requests.ts';

const fields = ['from', 'to'];

/** What was issued in a time: how many keys a day, or each with all its details; on the page and as a file (K-06). */
export function Page() {
  const t = useTranslations('registration-keys.report');
  const { organization: own } = useSession();
  const [{ search }] = useListState(['report']);
  const report: Report = search['report'] === 'history' ? 'history' : 'totals';
  const List = report === 'totals' ? Totals : History;
  return (
    <PageFrame title={t('title')} lead={t(own.kind === 'maker' ? 'leadAll' : 'lead')}>
      <List key={report} />
    </PageFrame>
  );
}

function Totals() {
  const t = useTranslations('registration-keys.report');
  const { organization, state, change } = useReport('totals', totalSorts);
  const query = useQuery({
    queryKey: ['registration-key-totals', organization, state],
    queryFn: () => listTotals(organization, state),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <ReportForm report="totals" state={state} onChange={change} />
      {query.data && <Issued issued={query.data.issued} />}
      <ServerList
        name={t('totalsName')}
        query={query}
        columns={useTotalColumns()}
        rowKey={(row) => `${row.day} ${row.organization} ${row.category} ${row.productNumber}`}
        state={state}
        onChange={(next) => change('totals', next)}
        emptyText={t('emptyText')}
        actions={<ExportButton organization={organization} kind="issue-totals" conditions={conditionsOf(state)} />}
      />
    </>
  );
}

function History() {
  const t = useTranslations('registration-keys.report');
  const { organization, state, change } = useReport('history', historySorts);
  const query = useQuery({
    queryKey: ['registration-key-history', organization, state],
    queryFn: () => listHistory(organization, state),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <ReportForm report="history" state={state} onChange={change} />
      {query.data && <Issued issued={query.data.issued} />}
      <ServerList
        name={t('historyName')}
        query={query}
        columns={useHistoryColumns()}
        rowKey={(row) => `${row.registrationKey} ${row.issuedAt} ${row.organization}`}
        state={state}
        onChange={(next) => change('history', next)}
        emptyText={t('emptyText')}
        actions={<ExportButton organization={organization} kind="issue-history" conditions={conditionsOf(state)} />}
      />
    </>
  );
}

/** Which report it is stands in the address too, and is no condition that "clear" would take away. */
function useReport(report: Report, sorts: readonly string[]) {
  const { organization = '' } = useParams({ strict: false });
  const [state, setState] = useListState(fields, sorts);
  const change = (next: Report, wanted: ListState): void => {
    const sort = next === report ? wanted.sort : null;
    setState({ ...wanted, sort, search: { ...wanted.search, ...(next === 'history' && { report: next }) } });
  };
  return { organization, state, change };
}

/** All keys of the time, whatever page is shown. */
function Issued({ issued }: { issued: number }) {
  const t = useTranslations('registration-keys.report');
  return <Notice title={t('issued', { issued })}>{t('issuedText')}</Notice>;
}
