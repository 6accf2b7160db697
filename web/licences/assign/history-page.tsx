import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useCivilDate, useInstant } from '../../context/dates.ts';
import { useServerList } from '../../context/list.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { ExportButton } from '../../exports/export-button.tsx';
import { conditionsOf } from '../../exports/requests.ts';
import { dayFields, ListSearch } from '../../context/list-search.tsx';
import type { Column } from '../../ui/data-table/data-table.tsx';
import { ServerList } from '../../ui/data-table/server-list.tsx';
import { useLineWords, useOptions, useTermText } from '../options.ts';
import { LeadingOn } from './leading-on.tsx';
import { licencesKey, listAssignments, type AssignmentQuery, type AssignmentRow } from './requests.ts';
import { useTypeChoice } from './type-choice.ts';

const sorts = ['createdAt', 'customer', 'lastDay', 'quantity'] as const;

/** What was assigned to whom, by whom and when (L-03): a dealer's, a customer's own, or all of them for operators. */
export function Page() {
  const t = useTranslations('licence-assign');
  const { organization = '' } = useParams({ strict: false });
  const { organization: own } = useSession();
  const isCustomer = own.kind === 'customer';
  const typeChoice = useTypeChoice();
  const termText = useTermText();
  const { terms } = useOptions();
  const list = useServerList({
    fields: ['text', 'type', 'term', 'customer', ...dayFields],
    sorts,
    key: [...licencesKey, organization, 'assignments'],
    read: (wish: AssignmentQuery) => listAssignments(organization, wish),
  });
  const termChoice = {
    field: 'term',
    label: t('history.term'),
    any: t('history.anyTerm'),
    options: terms.map((months) => ({ value: String(months), label: termText(months) })),
  };
  return (
    <PageFrame
      title={t(isCustomer ? 'history.ownTitle' : 'history.title')}
      lead={t(isCustomer ? 'history.ownLead' : 'history.lead')}
      actions={<LeadingOn organization={organization} />}
    >
      <ListSearch
        label={t('history.searchLabel')}
        hint={t('history.searchHint')}
        text={t('history.text')}
        choices={[typeChoice, termChoice]}
        days
        {...list}
      />
      <ServerList
        name={t('history.name')}
        columns={useColumns(isCustomer)}
        rowKey={(row) => row.id}
        {...list}
        emptyText={t('history.empty')}
        actions={
          <ExportButton organization={organization} kind="licence-assignments" conditions={conditionsOf(list.state)} />
        }
      />
    </PageFrame>
  );
}

function useColumns(isCustomer: boolean): Column<AssignmentRow>[] {
  const t = useTranslations('licence-assign.history');
  const part = useTranslations('licences')('part');
  const lineWords = useLineWords();
  const instant = useInstant();
  const date = useCivilDate('medium');
  // To itself a customer is nobody to be named in each row.
  const whom: Column<AssignmentRow> = {
    key: 'customer',
    title: t('customer'),
    cell: (row) => (
      <>
        {row.customer.name}
        <br />
        {lineWords(row)}
      </>
    ),
  };
  const address: Column<AssignmentRow> = { key: 'address', title: t('address'), cell: (row) => row.customer.address };
  return [
    { key: 'createdAt', title: t('at'), nowrap: true, cell: (row) => instant(row.at) },
    isCustomer ? { key: 'what', title: part, cell: lineWords } : whom,
    { key: 'quantity', title: t('quantity'), numeric: true, cell: (row) => row.quantity },
    { key: 'lastDay', title: t('lastDay'), nowrap: true, cell: (row) => date(row.lastDay) },
    ...(isCustomer ? [] : [address]),
    {
      key: 'by',
      title: t('by'),
      cell: (row) => (
        <>
          {row.dealer}
          <br />
          {row.planned ? t('planned') : row.by}
        </>
      ),
    },
  ];
}
