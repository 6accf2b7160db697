import { useFormatter, useTranslations } from 'use-intl';
import type { FigureKind } from '../../../domain/counters/kinds.ts';
import type { CounterTab } from '../../../domain/counters/places.ts';
import { differs, partsOf, stacksOf, type Counts, type Part } from '../../../domain/counters/stacks.ts';
import { StackedBarChart, type BarGroup } from '../../ui/chart/stacked-bars.tsx';
import { StackedRowChart } from '../../ui/chart/stacked-rows.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useCounted } from '../table/counted.ts';
import type { Reader } from '../table/parts.ts';

type Props = {
  /** Of what it is. */
  name: string;
  when: string;
  tab: CounterTab;
  kind: FigureKind;
  reader: Reader;
  /** The bars in their order. */
  rows: readonly { key: string; label: string; counts: Counts }[];
  /** What is said of a part in the sentence; left out where it makes no sense for all bars together. */
  figureOf?: (part: Part) => number | null;
  /** Many bars with long names, such as devices. */
  lying?: boolean;
};

/** The bars of a tab (C-06, C-07): usage in parts on each other; of last readings the parts stand beside each other. */
export function Graph({ name, when, tab, kind, reader, rows, figureOf, lying = false }: Props) {
  const t = useTranslations('device-counters.graph');
  const say = useTranslations('counters');
  const format = useFormatter();
  const { nameOf } = useCounted();
  const { columns, displayed } = reader;
  const { stack, beside } = stacksOf(
    tab,
    columns,
    displayed,
    rows.map(({ counts }) => counts),
  );
  const series: Part[] = [...stack, ...beside];
  const isUsage = kind === 'usage';
  const groups = rows.map(({ key, label, counts }): BarGroup & { differs: boolean } => {
    const parts = partsOf(counts, stack, columns, displayed);
    const own = partsOf(counts, beside, columns, displayed);
    const bars = isUsage
      ? [...(stack.length > 0 ? [parts] : []), ...own.map((value, at) => alone(value, stack.length + at))]
      : [...parts, ...own].map(alone);
    return { key, label, bars, differs: differs(counts, parts) };
  });
  if (groups.every(({ bars }) => bars.every((bar) => bar.every((value) => !value))))
    return <Notice kind="info">{t('empty')}</Notice>;
  const parts = series.map((part) => {
    if (!figureOf) return nameOf(part);
    const value = figureOf(part);
    return t('part', { name: nameOf(part), value: value === null ? say('answer.none') : format.number(value) });
  });
  const sentence = t('sentence', {
    name,
    when,
    tab: say(`tabs.${tab}`),
    kind: say(`kinds.${kind}`),
    parts: format.list(parts, { type: 'unit' }),
  });
  const Chart = lying ? StackedRowChart : StackedBarChart;
  return (
    <Stack gap="small">
      <p>
        {t(said(stack.length > 0 ? kind : 'alone', lying))}{' '}
        {isUsage && stack.length > 0 && beside.length > 0 && t('beside', { names: format.list(beside.map(nameOf)) })}{' '}
        {t('asTable')}
      </p>
      <Chart
        label={sentence}
        series={series.map((part) => ({ key: part, label: nameOf(part) }))}
        groups={lying ? groups.filter(hasFigure) : groups}
        say={(value) => format.number(value, { notation: 'compact', useGrouping: 'always', maximumFractionDigits: 1 })}
        write={(value) => format.number(value)}
      />
      {groups.some((group) => group.differs) && <p>{t(lying ? 'differsDevices' : 'differs')}</p>}
    </Stack>
  );
}

/** What is told of the bars. */
function said(way: FigureKind | 'alone', lying: boolean) {
  if (!lying) return way;
  return way === 'alone' ? 'devicesAlone' : way === 'usage' ? 'devicesUsage' : 'devicesCumulative';
}

/** A device that counts nothing of this has no bar; it stands in the table with its "-". */
function hasFigure({ bars }: BarGroup): boolean {
  return bars.some((bar) => bar.some((value) => value !== null));
}

/** A bar with one part, in the place of its series. */
function alone(value: number | null, at: number): (number | null)[] {
  return [...Array.from({ length: at }, () => null), value];
}
