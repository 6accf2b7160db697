import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { renewalStates } from '../../../domain/licences/renewals.ts';
import { useCivilDate } from '../../context/dates.ts';
import { ButtonTo } from '../../context/links.tsx';
import { useServerList } from '../../context/list.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { ExportButton } from '../../exports/export-button.tsx';
import { conditionsOf } from '../../exports/requests.ts';
import { ListSearch } from '../../context/list-search.tsx';
import type { Column } from '../../ui/data-table/data-table.tsx';
import { ServerList } from '../../ui/data-table/server-list.tsx';
import { Stack } from '../../ui/layout.tsx';
import { LeadingOn } from '../assign/leading-on.tsx';
import { licencesKey } from '../assign/requests.ts';
import { useTypeChoice } from '../assign/type-choice.ts';
import { useLicenceTypeName } from '../options.ts';
import { Forecast } from './forecast.tsx';
import { listRenewals, type RenewalQuery, type RenewalRow } from './requests.ts';

const years = [1, 2, 3, 5, 8] as const;

/** What runs out when, over all of a dealer's customers, what follows, and one press to renew it (L-11). */
export function Page() {
  const t = useTranslations('licence-assign');
  const { organization = '' } = useParams({ strict: false });
  const list = useServerList({
    fields: ['text', 'type', 'month', 'state', 'months'],
    key: [...licencesKey, organization, 'renewals'],
    read: (wish: RenewalQuery) => listRenewals(organization, wish),
  });
  const { state, onChange } = list;
  const stateChoice = {
    field: 'state',
    label: t('renewals.state'),
    any: t('renewals.anyState'),
    options: renewalStates.map((one) => ({ value: one, label: t(`renewals.states.${one}`) })),
  };
  const [first, ...more] = years;
  const spanChoice = {
    field: 'months',
    label: t('renewals.months'),
    any: t('renewals.monthsAhead', { count: first }),
    options: [
      { value: '2', label: t('renewals.untilNextMonth') },
      ...more.map((one) => ({ value: String(one * 12), label: t('renewals.monthsAhead', { count: one }) })),
    ],
  };
  return (
    <PageFrame
      title={t('renewals.title')}
      lead={t('renewals.lead')}
      actions={<LeadingOn organization={organization} />}
    >
      <Stack>
        <ListSearch
          label={t('renewals.searchLabel')}
          hint={t('renewals.searchHint')}
          text={t('renewals.text')}
          choices={[useTypeChoice(), stateChoice, spanChoice]}
          {...list}
        />
        {list.query.data && (
          <Forecast
            months={list.query.data.months}
            chosen={state.search['month'] ?? null}
            onChoose={(month) => {
              const { month: _, ...others } = state.search;
              onChange({ ...state, page: 1, search: month === null ? others : { ...others, month } });
            }}
          />
        )}
        <ServerList
          name={t('renewals.name')}
          columns={useColumns(organization)}
          rowKey={(row) => `${row.customer.id} ${row.type} ${row.lastDay}`}
          {...list}
          emptyText={t('renewals.empty')}
          actions={
            <ExportButton organization={organization} kind="licence-renewals" conditions={conditionsOf(list.state)} />
          }
        />
      </Stack>
    </PageFrame>
  );
}

function useColumns(organization: string): Column<RenewalRow>[] {
  const t = useTranslations('licence-assign.renewals');
  const typeName = useLicenceTypeName();
  const date = useCivilDate('medium');
  const mayAssign = useSession().permissions.includes('licences:assign');
  const renew: Column<RenewalRow> = {
    key: 'renew',
    title: t('renew'),
    nowrap: true,
    cell: (row) =>
      row.counts.open > 0 && (
        <ButtonTo
          kind="secondary"
          compact
          to="/o/$organization/licences/renewals/$customer"
          params={{ organization, customer: row.customer.id }}
          search={{ type: row.type, lastDay: row.lastDay }}
          aria-label={t('renewOf', { count: row.counts.open, customer: row.customer.name, day: date(row.lastDay) })}
        >
          {t('renew')}
        </ButtonTo>
      ),
  };
  return [
    { key: 'lastDay', title: t('lastDay'), nowrap: true, cell: (row) => date(row.lastDay) },
    {
      key: 'customer',
      title: t('customer'),
      cell: (row) => (
        <>
          {row.customer.name}
          <br />
          {typeName(row.type)}
        </>
      ),
    },
    ...(mayAssign ? [renew] : []),
    {
      key: 'devices',
      title: t('state'),
      cell: ({ counts }) =>
        renewalStates
          .filter((one) => counts[one] > 0)
          .map((one) => (
            <div key={one}>{t('stateCount', { state: t(`states.${one}`), count: String(counts[one]) })}</div>
          )),
    },
    {
      key: 'bestDay',
      title: t('bestDay'),
      nowrap: true,
      cell: (row) => row.counts.open > 0 && date(row.bestDay),
    },
  ];
}
