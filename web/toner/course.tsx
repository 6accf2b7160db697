import { useFormatter, useTranslations } from 'use-intl';
import { useCivilDate } from '../context/dates.ts';
import { useSiteWords } from '../context/site.ts';
import { LineChart, type Series } from '../ui/chart/chart.tsx';
import { DataTable } from '../ui/data-table/data-table.tsx';
import type { DeviceToner, Supply } from './requests.ts';

const dayMs = 86_400_000;
/** Days without a report further apart than this leave a gap, e.g. a long holiday. */
const gapDays = 5;
/** From the first day on; one at the last day would stand half outside. */
const marks = 4;
/** Of the chart's colours, the one that looks most like it. */
const colours: Record<Supply['colour'], number> = {
  grey: 1,
  lightCyan: 2,
  magenta: 3,
  matteBlack: 4,
  lightMagenta: 5,
  cyan: 6,
  yellow: 7,
  black: 8,
};

/** The levels of the last months as lines, and as a table. */
export function Course({ shown }: { shown: DeviceToner }) {
  const t = useTranslations('toner.device');
  const say = useTranslations('toner');
  const words = useSiteWords();
  const format = useFormatter();
  const day = useCivilDate('medium');
  const { history, supplies } = shown;
  const [first, last] = [history[0], history.at(-1)];
  if (!first || !last || first === last) return <p>{t('noCourse')}</p>;
  const [fromMs, untilMs] = [Date.parse(first.day), Date.parse(last.day)];
  const shareOf = (ms: number) => (ms - fromMs) / (untilMs - fromMs);
  const series = supplies.map(({ supply, name, colour }): Series => ({
    key: supply,
    label: words(name),
    colour: colours[colour],
  }));
  const percent = (value: number) => format.number(value / 100, { style: 'percent', maximumFractionDigits: 0 });
  const ticks = Array.from({ length: marks }, (_, at) => {
    const ms = fromMs + Math.round(((untilMs - fromMs) / marks / dayMs) * at) * dayMs;
    const label = format.dateTime(new Date(ms), { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
    return { share: shareOf(ms), label };
  });
  const sentence = t('sentence', { from: day(first.day), to: day(last.day) });
  const columns = [
    { key: 'day', title: t('day'), nowrap: true, cell: (row: (typeof history)[number]) => day(row.day) },
    ...series.map(({ key, label }, at) => ({
      key,
      title: label,
      numeric: true,
      cell: ({ levels }: (typeof history)[number]) => {
        const level = levels[at] ?? null;
        return level === null ? say('none') : percent(level);
      },
    })),
  ];
  return (
    <>
      <h3>{t('course')}</h3>
      <p>{sentence}</p>
      <LineChart
        label={sentence}
        series={series}
        lines={supplies.map((_, at) =>
          history.map(({ day: civil, levels }) => ({ share: shareOf(Date.parse(civil)), value: levels[at] ?? null })),
        )}
        gap={(gapDays * dayMs) / (untilMs - fromMs)}
        say={percent}
        ticks={ticks}
      />
      <details>
        <summary>{t('asTable')}</summary>
        <DataTable name={t('course')} rows={history.toReversed()} rowKey={(row) => row.day} columns={columns} />
      </details>
    </>
  );
}
