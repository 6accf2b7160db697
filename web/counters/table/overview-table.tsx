import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { DataTable, type Column } from '../../ui/data-table/data-table.tsx';
import type { ListState } from '../../ui/data-table/list-state.ts';
import { usePrinting } from '../../ui/printing.ts';
import { daysIn, writeAsked, type Asked } from '../question/asked.ts';
import type { Beginning, Overview } from '../requests.ts';
import { usePeriodWords } from '../use-period-words.ts';
import { useDeviceColumns } from './device-columns.tsx';
import { Figure, firstOf } from './figure.tsx';
import styles from './table.module.css';

/** Columns of periods that a sheet of paper on its side holds. */
const printedMax = 12;

type Row = Overview['items'][number];
type Props = {
  organization: string;
  beginning: Beginning;
  asked: Asked;
  data: Overview;
  list: ListState;
  setList: (state: ListState) => void;
  busy: boolean;
};

/** Devices in rows, periods in columns, oldest left; usage with a total row on top and a total column before the periods (C-05). */
export function OverviewTable({ organization, beginning, asked, data, list, setList, busy }: Props) {
  const t = useTranslations('counters.answer');
  const printing = usePrinting();
  const { totals } = data;
  const devices = useDeviceColumns<Row>({
    organization,
    asked,
    rows: data.items,
    sort: list.sort,
    total: data.total,
    sums: totals !== null,
  });
  const periods = usePeriodColumns(organization, beginning, asked, data);
  const total: Column<Row>[] = totals
    ? [
        {
          key: 'total',
          title: t('total'),
          sortable: true,
          numeric: true,
          total: <Figure value={totals.total} marks={firstOf(totals.firsts.includes(true))} />,
          cell: (row) => (
            <Figure value={row.total} marks={firstOf(row.figures.some(({ marks }) => marks.includes('first')))} />
          ),
        },
      ]
    : [];
  const parts = printing ? partsOf(periods, printedMax) : [periods];
  return parts.map((part, at) => (
    <DataTable
      key={part[0]?.key ?? at}
      dense
      name={t('name')}
      columns={[...devices, ...total, ...part]}
      rows={data.items}
      rowKey={({ device }) => device}
      state={list}
      onChange={setList}
      busy={busy}
    />
  ));
}

function usePeriodColumns(
  organization: string,
  beginning: Beginning,
  asked: Asked,
  { periods, totals }: Overview,
): Column<Row>[] {
  const { short, long } = usePeriodWords();
  return periods.map((period, at): Column<Row> => {
    const late = (all: Row['adjustments']) => all.filter(({ inMonth }) => inMonth === period);
    return {
      key: period,
      title: long(period),
      sortable: true,
      numeric: true,
      nowrap: true,
      heading: (sort) => (
        <PeriodHeading organization={organization} asked={asked} period={period} beginning={beginning} sort={sort}>
          {short(period)}
        </PeriodHeading>
      ),
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

type HeadingProps = {
  organization: string;
  asked: Asked;
  period: string;
  beginning: Beginning;
  sort: ReactNode;
  children: ReactNode;
};

/** A month leads to its days as far as they are kept; below, every period leads to all that was counted in it (C-07). */
function PeriodHeading({ organization, asked, period, beginning, sort, children }: HeadingProps) {
  const t = useTranslations('counters.answer');
  const { short } = usePeriodWords();
  const hasDays = asked.by === 'month' && period >= beginning.firstDay.slice(0, 7);
  return (
    <span className={styles['heading']}>
      {hasDays ? (
        <Link
          to="/o/$organization/counters"
          params={{ organization }}
          search={writeAsked(daysIn(asked, period, beginning.today)) as never}
          aria-label={t('daysOf', { period: short(period) })}
        >
          {children}
        </Link>
      ) : (
        <span>{children}</span>
      )}
      <span className={styles['under']}>
        <Link
          to="/o/$organization/counters/periods/$period"
          params={{ organization, period }}
          search={writeAsked(asked) as never}
          aria-label={t('detailsOf', { period: short(period) })}
        >
          {t('details')}
        </Link>
        {sort}
      </span>
    </span>
  );
}

function partsOf<T>(all: readonly T[], most: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / most) }, (_, at) => all.slice(at * most, (at + 1) * most));
}
