import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { ButtonTo } from '../context/links.tsx';
import { useListState } from '../context/list.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { useSession } from '../context/session.ts';
import { isAtPeriods } from '../counters/question/refused.ts';
import { beginningQuery } from '../counters/requests.ts';
import { MarksLegend } from '../counters/table/marks-legend.tsx';
import { Remarks } from '../counters/table/remarks.tsx';
import { gapsIn, marksOf } from '../counters/table/said.ts';
import { ExportButton } from '../exports/export-button.tsx';
import { Button } from '../ui/button.tsx';
import { ServerList } from '../ui/data-table/server-list.tsx';
import { useColumns } from './columns.tsx';
import { QuestionForm } from './question-form.tsx';
import { departmentsKey, listDepartments, type DepartmentQuery } from './requests.ts';

const sorts = ['department', 'name', 'devices', 'total'] as const;

/** What was counted by department and month, with the totals of all departments (C-12). */
export function Page() {
  const t = useTranslations('departments.list');
  const say = useTranslations('ui');
  const { organization = '' } = useParams({ strict: false });
  const { permissions } = useSession();
  const { begin } = useSuspenseQuery(beginningQuery(organization)).data;
  const [state, setState] = useListState(['from', 'to', 'place'], sorts);
  const { page, pageSize, search, sort } = state;
  const asked = { ...begin.month, ...search };
  const wish = { ...asked, page, pageSize, ...(sort && { sort }) } as DepartmentQuery;
  const query = useQuery({
    queryKey: [...departmentsKey, organization, 'list', wish],
    queryFn: () => listDepartments(organization, wish),
    placeholderData: keepPreviousData,
    retry: false,
  });
  // What is wrong with the months stands at their fields.
  const refused = isAtPeriods(query.error) ? query.error : null;
  const columns = useColumns(query.data);
  const { data } = query;
  const marks = marksOf(data?.items ?? []);
  const conditions = { ...asked, ...(sort && { sort }) };
  return (
    <PageFrame
      title={t('title')}
      lead={t('lead')}
      actions={
        permissions.includes('departments:change') && (
          <ButtonTo kind="secondary" to="/o/$organization/departments/names" params={{ organization }}>
            {t('toNames')}
          </ButtonTo>
        )
      }
    >
      <QuestionForm key={JSON.stringify(search)} asked={asked} refused={refused} state={state} onChange={setState} />
      {!refused && (
        <ServerList
          name={t('name')}
          query={query}
          columns={columns}
          rowKey={(row) => row.department}
          // The months are always there, so that nothing found is never "nothing matches".
          state={{ ...state, search: {} }}
          onChange={(next) => setState({ ...next, search })}
          emptyText={t('empty')}
          actions={
            <>
              <Button kind="quiet" compact icon="print" onClick={() => window.print()}>
                {say('print')}
              </Button>
              <ExportButton organization={organization} kind="departments" conditions={conditions} />
            </>
          }
        />
      )}
      {data && !refused && data.total > 0 && (
        <>
          <MarksLegend shown={marks} />
          <Remarks asOf={data.asOf} timeZone={data.timeZone} gaps={gapsIn(data.items, marks)} models />
        </>
      )}
    </PageFrame>
  );
}
