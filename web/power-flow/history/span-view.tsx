import { useFormatter, useTranslations } from 'use-intl';
import { flows } from '../../../domain/power-flow/flows.ts';
import { BarChart, LineChart, type Series } from '../../ui/chart/chart.tsx';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import type { History } from '../requests.ts';
import { useFigures } from '../use-figures.ts';

const hourMs = 3_600_000;
const stepMs = 5 * 60_000;
const hoursMarked = [0, 6, 12, 18, 24] as const;
/** More bars than this have only some of their labels. */
const labelsMax = 16;

type Shown = Series & { index: number };

/** One span: its chart, its sums, and all of it as a table. */
export function SpanView({ data }: { data: History }) {
  const t = useTranslations('power-flow');
  const format = useFormatter();
  const figures = useFigures();
  const series = flows.flatMap((flow, index): Shown[] =>
    // What a device could measure and never did would only fill the legend.
    data.wh[index] === null || !data.flows.includes(flow)
      ? []
      : [{ key: flow, label: t(`flows.${flow}`), colour: index + 1, index }],
  );
  if (series.length === 0) return <Notice kind="info">{t('past.empty')}</Notice>;
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 0 });
  const rate = (share: number | null) => (share === null ? t('unknown') : percent(share));
  const energies = series.map(({ label, index }) => ({ name: label, value: figures.energy(data.wh[index] ?? null) }));
  const parts = energies.map(({ name, value }) => t('part', { name, value }));
  const sentence = t('past.sentence', { at: data.span.at, parts: format.list(parts, { type: 'unit' }) });
  const { selfSufficiency, selfConsumption } = data.rates;
  return (
    <>
      {data.missing >= 0.005 && <Notice kind="info">{t('past.missing', { share: percent(data.missing) })}</Notice>}
      <p>{t(data.span.kind === 'day' ? 'past.curve' : 'past.bars')}</p>
      {data.span.kind === 'day' ? (
        <Curve data={data} series={series} label={sentence} />
      ) : (
        <Bars data={data} series={series} label={sentence} />
      )}
      <h3>{t('past.totals')}</h3>
      <SummaryList
        entries={[
          ...energies,
          {
            name: t('past.selfSufficiency'),
            value: <Rate share={rate(selfSufficiency)} hint={t('past.selfSufficiencyHint')} />,
          },
          {
            name: t('past.selfConsumption'),
            value: <Rate share={rate(selfConsumption)} hint={t('past.selfConsumptionHint')} />,
          },
        ]}
      />
      <p>{t('past.zone', { zone: data.timeZone })}</p>
      <details>
        <summary>{t('past.asTable')}</summary>
        <Table data={data} series={series} name={sentence} />
      </details>
    </>
  );
}

function Rate({ share, hint }: { share: string; hint: string }) {
  return (
    <>
      <strong>{share}</strong> <small>{hint}</small>
    </>
  );
}

type ChartProps = { data: History; series: readonly Shown[]; label: string };

function useAxis(): (value: number) => string {
  const format = useFormatter();
  return (value) => format.number(value, { maximumFractionDigits: 2 });
}

function Curve({ data, series, label }: ChartProps) {
  const say = useAxis();
  const [fromMs, untilMs] = [Date.parse(data.from), Date.parse(data.until)];
  const shareOf = (ms: number) => (ms - fromMs) / (untilMs - fromMs);
  const lines = series.map(({ index }) =>
    data.curve.map(({ at, watts }) => {
      const value = watts[index] ?? null;
      return { share: shareOf(Date.parse(at) + stepMs / 2), value: value === null ? null : value / 1_000 };
    }),
  );
  const ticks = hoursMarked.map((hour) => ({
    share: Math.min(1, shareOf(fromMs + hour * hourMs)),
    label: String(hour),
  }));
  return (
    <LineChart
      label={label}
      series={series}
      lines={lines}
      gap={shareOf(fromMs + 1.5 * stepMs)}
      say={say}
      ticks={ticks}
    />
  );
}

function Bars({ data, series, label }: ChartProps) {
  const say = useAxis();
  const groups = data.bars.map(({ wh }) =>
    series.map(({ index }) => {
      const value = wh[index] ?? null;
      return value === null ? null : value / 1_000;
    }),
  );
  const every = Math.ceil(data.bars.length / labelsMax);
  const ticks = data.bars.flatMap(({ at }, index) =>
    index % every === 0 ? [{ share: (index + 0.5) / data.bars.length, label: String(Number(at.slice(-2))) }] : [],
  );
  return <BarChart label={label} series={series} groups={groups} say={say} ticks={ticks} />;
}

function Table({ data, series, name }: { data: History; series: readonly Shown[]; name: string }) {
  const t = useTranslations('power-flow');
  const format = useFormatter();
  const { power, energy } = useFigures();
  const isDay = data.span.kind === 'day';
  const rows = isDay
    ? data.curve.map(({ at, watts }) => ({
        at: format.dateTime(new Date(at), { timeStyle: 'short', timeZone: data.timeZone }),
        key: at,
        values: watts,
      }))
    : data.bars.map(({ at, wh }) => ({ at, key: at, values: wh }));
  return (
    <DataTable
      name={name}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'at', title: t('past.time'), nowrap: true, cell: ({ at }) => at },
        ...series.map(({ key, label, index }) => ({
          key,
          title: label,
          nowrap: true,
          cell: ({ values }: (typeof rows)[number]) => (isDay ? power : energy)(values[index] ?? null),
        })),
      ]}
    />
  );
}
