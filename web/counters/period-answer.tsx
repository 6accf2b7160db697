import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { others, type Part } from '../../domain/counters/stacks.ts';
import { ExportButton } from '../exports/export-button.tsx';
import { Button } from '../ui/button.tsx';
import { DataTable, type Column } from '../ui/data-table/data-table.tsx';
import type { ListState } from '../ui/data-table/list-state.ts';
import { Pager, ShownNote } from '../ui/data-table/pager.tsx';
import { Row, Stack } from '../ui/layout.tsx';
import { EmptyState } from '../ui/states.tsx';
import { Graph } from './graph/graph.tsx';
import { paperQuery } from './paper/requests.ts';
import { queryOf, type Asked } from './question/asked.ts';
import type { Beginning, OfPeriod, PeriodWish } from './requests.ts';
import { ChosenSizes } from './table/chosen-sizes.tsx';
import { columnsShown, useCounted } from './table/counted.ts';
import { useDeviceColumns } from './table/device-columns.tsx';
import { Figure, firstOf } from './table/figure.tsx';
import { MarksLegend } from './table/marks-legend.tsx';
import { readerOf, tabOf, type Reader } from './table/parts.ts';
import { Remarks } from './table/remarks.tsx';
import { gapsIn, marksOf } from './table/said.ts';
import styles from './table/table.module.css';
import { usePeriodWords } from './use-period-words.ts';

/** "-" counts as nothing; all of them "-" gives "-". */
function sumOf(values: readonly (number | null)[]): number | null {
  const there = values.filter((value) => value !== null);
  return there.length > 0 ? there.reduce((sum, value) => sum + value, 0) : null;
}

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
  const graph = useTranslations('device-counters.graph');
  const { long } = usePeriodWords();
  const counted = useCounted();
  const { data, isFetching, refetch } = query;
  const { period, kind } = wish;
  // While another tab is on its way the one before is still shown.
  const tab = data ? tabOf(data.columns, wish.tab) : wish.tab;
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
  const { sizes } = useSuspenseQuery(paperQuery(organization)).data;
  const reader = readerOf(data?.columns ?? [], sizes);
  const own = (data?.items ?? []).map(({ device, name, figures: of, adjustments }) => ({
    key: device,
    label: name,
    counts: reader.countsOf(of.map(({ value }) => value)),
    late: adjustments.map(({ values }) => reader.countsOf(values)),
  }));
  const sums = data?.totals ? [reader.countsOf(data.totals.figures)] : [];
  const parts = reader
    .partsIn(tab, [...own.flatMap(({ counts, late }) => [counts, ...late]), ...sums])
    .filter((part) => part === others || shown.some(({ place }) => place === part));
  const figures = useFigureColumns(parts, reader, data?.totals ?? null);
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
          {tab === 'paper' && <ChosenSizes organization={organization} sizes={sizes} />}
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
          <section aria-labelledby="counter-graph">
            <Stack gap="small">
              <h2 id="counter-graph" className={styles['title']}>
                {graph('title')}
              </h2>
              <Graph
                lying
                name={graph('devices')}
                when={long(period)}
                tab={tab}
                kind={kind.kind}
                reader={reader}
                rows={own}
                {...(data.totals && {
                  figureOf: (part) => sumOf(own.map(({ counts }) => reader.valueOf(part, counts))),
                })}
              />
            </Stack>
          </section>
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
function useFigureColumns(
  parts: readonly Part[],
  { columns, countsOf, valueOf }: Reader,
  totals: OfPeriod['totals'],
): Column<Item>[] {
  const { nameOf } = useCounted();
  return parts.map((part): Column<Item> => {
    const at = part === others ? -1 : columns.indexOf(part);
    const late = (all: Item['adjustments']) =>
      all.map(({ ofMonth, values }) => ({ ofMonth, value: valueOf(part, countsOf(values)) }));
    return {
      key: part,
      title: nameOf(part),
      // The server sorts by what devices count.
      sortable: part !== others,
      numeric: true,
      ...(totals && {
        total: (
          <Figure
            value={valueOf(part, countsOf(totals.figures))}
            marks={firstOf(totals.firsts[at] ?? false)}
            adjustments={late(totals.adjustments)}
          />
        ),
      }),
      cell: ({ figures, adjustments }) => (
        <Figure
          value={valueOf(part, countsOf(figures.map(({ value }) => value)))}
          marks={figures[at]?.marks ?? []}
          adjustments={late(adjustments)}
        />
      ),
    };
  });
}
