import { useTranslations } from 'use-intl';
import { ExportButton } from '../exports/export-button.tsx';
import { Button } from '../ui/button.tsx';
import { DataTable, type Column } from '../ui/data-table/data-table.tsx';
import type { ListState } from '../ui/data-table/list-state.ts';
import { Pager, ShownNote } from '../ui/data-table/pager.tsx';
import { Row, Stack } from '../ui/layout.tsx';
import { EmptyState } from '../ui/states.tsx';
import { queryOf, type Asked } from './question/asked.ts';
import type { Beginning, OfPeriod, PeriodWish } from './requests.ts';
import { columnsShown, useCounted, type ShownColumn } from './table/counted.ts';
import { useDeviceColumns } from './table/device-columns.tsx';
import { Figure, firstOf } from './table/figure.tsx';
import { MarksLegend } from './table/marks-legend.tsx';
import { Remarks } from './table/remarks.tsx';
import { gapsIn, marksOf } from './table/said.ts';

type Item = OfPeriod['items'][number];
type Props = {
  organization: string;
  beginning: Beginning;
  wish: PeriodWish;
  /** The question that the page was opened from. */
  asked: Asked;
  query: { data: OfPeriod | undefined; isFetching: boolean; refetch: () => unknown };
  list: ListState;
  setList: (state: ListState) => void;
};

/** What is shown on one tab, with the total row over all pages on top. */
export function PeriodAnswer({ organization, beginning, wish, asked, query, list, setList }: Props) {
  const t = useTranslations('counters');
  const say = useTranslations('ui');
  const counted = useCounted();
  const { data, isFetching, refetch } = query;
  const { period, kind, tab } = wish;
  const devices = useDeviceColumns<Item>({
    organization,
    asked,
    rows: data?.items ?? [],
    sort: list.sort,
    total: data?.total ?? 0,
    sums: Boolean(data?.totals),
    under: ({ model }) => counted.unitOf(model),
  });
  const shown = data ? columnsShown(data, counted.placesOf) : [];
  const figures = useFigureColumns(shown, data?.totals ?? null);
  if (!data) return null;
  const totals = { ...data, totalCapped: false, found: data.items.length };
  const marks = marksOf(data.items, data.totals);
  const conditions = { ...queryOf({ ...kind, from: period, to: period }), tab };
  const someCountLess = data.items.some(({ model }) => shown.some(({ place }) => !counted.placesOf(model).has(place)));
  const paperFrom =
    tab === 'paper' && kind.by === 'day' && period < beginning.firstPaperDay ? beginning.firstPaperDay : null;
  return (
    <Stack gap="small">
      <Row justify="between">
        <ShownNote totals={totals} />
        <Row print={false}>
          <Button kind="quiet" compact icon="refresh" busy={isFetching} onClick={() => void refetch()}>
            {say('table.refresh')}
          </Button>
          <Button kind="secondary" compact icon="print" onClick={() => window.print()}>
            {say('print')}
          </Button>
          {data.total > 0 && <ExportButton organization={organization} kind="counters" conditions={conditions} />}
        </Row>
      </Row>
      {data.total === 0 ? (
        <EmptyState title={t('answer.emptyTitle')}>{t('answer.empty')}</EmptyState>
      ) : (
        <>
          <DataTable
            dense
            name={t('details.name', { tab: t(`tabs.${tab}`) })}
            columns={[...devices, ...figures]}
            rows={data.items}
            rowKey={({ device }) => device}
            state={list}
            onChange={setList}
            busy={isFetching}
          />
          <Pager totals={totals} state={list} onChange={setList} />
          <MarksLegend shown={marks} />
        </>
      )}
      <Remarks
        asOf={data.asOf}
        timeZone={data.timeZone}
        gaps={gapsIn(data.items, marks)}
        models={someCountLess}
        paperFrom={paperFrom}
      />
    </Stack>
  );
}

/** A column for each thing that is counted; what came for closed months stands at the figure. */
function useFigureColumns(shown: readonly ShownColumn[], totals: OfPeriod['totals']): Column<Item>[] {
  const t = useTranslations('counters.places');
  return shown.map(({ place, at }): Column<Item> => {
    const late = (all: Item['adjustments']) =>
      all.map(({ ofMonth, values }) => ({ ofMonth, value: values[at] ?? null }));
    return {
      key: place,
      title: t(place),
      sortable: true,
      numeric: true,
      ...(totals && {
        total: (
          <Figure
            value={totals.figures[at] ?? null}
            marks={firstOf(totals.firsts[at] ?? false)}
            adjustments={late(totals.adjustments)}
          />
        ),
      }),
      cell: ({ figures, adjustments }) => (
        <Figure value={figures[at]?.value ?? null} marks={figures[at]?.marks ?? []} adjustments={late(adjustments)} />
      ),
    };
  });
}
