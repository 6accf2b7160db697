import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Part } from '../../../domain/counters/stacks.ts';
import { DataTable, type Column } from '../../ui/data-table/data-table.tsx';
import type { ListState } from '../../ui/data-table/list-state.ts';
import { daysIn, writeAsked, type Asked } from '../question/asked.ts';
import type { Beginning, OfDevice } from '../requests.ts';
import { useCounted } from '../table/counted.ts';
import { Figure, firstOf } from '../table/figure.tsx';
import { usePeriodWords } from '../use-period-words.ts';
import { sorted, type PeriodRow, type TabAnswer, type TotalCell, type TabView } from './rows.ts';

type Props = {
  organization: string;
  beginning: Beginning;
  asked: Asked;
  device: OfDevice;
  tab: TabAnswer;
  view: TabView;
  list: ListState;
  setList: (state: ListState) => void;
  busy: boolean;
};

/** Periods in rows, the newest on top, below the total of all of them (C-06). */
export function DeviceTable({ organization, beginning, asked, device, tab, view, list, setList, busy }: Props) {
  const t = useTranslations('device-counters');
  const say = useTranslations('counters');
  const { nameOf } = useCounted();
  const period: Column<PeriodRow> = {
    key: 'period',
    title: t('period'),
    sortable: true,
    fixed: true,
    nowrap: true,
    ...(view.total && { total: t('total') }),
    cell: (row) => <Period organization={organization} beginning={beginning} asked={asked} device={device} row={row} />,
  };
  const figures = view.columns.map((part: Part): Column<PeriodRow> => ({
    key: part,
    title: nameOf(part),
    sortable: true,
    numeric: true,
    ...(view.total && { total: <Total cell={view.total.get(part)} /> }),
    cell: ({ cells }) => {
      const cell = cells.get(part);
      return <Figure value={cell?.value ?? null} marks={cell?.marks ?? []} adjustments={cell?.adjustments ?? []} />;
    },
  }));
  return (
    <DataTable
      dense
      name={t('table', { tab: say(`tabs.${tab.tab}`), name: device.name })}
      columns={[period, ...figures]}
      rows={sorted(view.rows, list.sort)}
      rowKey={(row) => row.period}
      state={list}
      onChange={setList}
      busy={busy}
    />
  );
}

function Total({ cell }: { cell: TotalCell | undefined }) {
  return <Figure value={cell?.value ?? null} marks={firstOf(cell?.first ?? false)} />;
}

type PeriodProps = Pick<Props, 'organization' | 'beginning' | 'asked' | 'device'> & { row: PeriodRow };

/** A month leads to its days, as far as they are kept. */
function Period({ organization, beginning, asked, device, row: { period } }: PeriodProps) {
  const t = useTranslations('device-counters');
  const { short } = usePeriodWords();
  if (asked.by === 'day' || period < beginning.firstDay.slice(0, 7)) return short(period);
  return (
    <Link
      to="/o/$organization/counters/devices/$device"
      params={{ organization, device: device.device }}
      search={writeAsked(daysIn(asked, period, beginning.today)) as never}
      aria-label={t('daysOf', { period: short(period) })}
    >
      {short(period)}
    </Link>
  );
}
