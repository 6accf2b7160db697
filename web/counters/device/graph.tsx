import { useFormatter, useTranslations } from 'use-intl';
import { placeOfSize } from '../../../domain/counters/paper-choice.ts';
import type { PaperSize } from '../../../domain/counters/places.ts';
import { differs, partsOf, stacksOf, type Part } from '../../../domain/counters/stacks.ts';
import { StackedBarChart, type BarGroup } from '../../ui/chart/stacked-bars.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { OfDevice } from '../requests.ts';
import { usePeriodWords } from '../use-period-words.ts';
import type { TabAnswer, TabView } from './rows.ts';

type Props = { device: OfDevice; tab: TabAnswer; view: TabView; sizes: readonly PaperSize[] };

/** The stacked bars of a tab, oldest left (C-06); in last readings the parts stand beside each other. */
export function Graph({ device, tab, view, sizes }: Props) {
  const t = useTranslations('device-counters.graph');
  const say = useTranslations('counters');
  const format = useFormatter();
  const { short, long } = usePeriodWords();
  const displayed = sizes.map(placeOfSize);
  const counts = view.rows.map((row) => row.counts);
  const { stack, beside } = stacksOf(tab.tab, tab.columns, displayed, counts);
  const series: Part[] = [...stack, ...beside];
  const isUsage = device.kind === 'usage';
  const bars = view.rows
    .map(({ period, counts: own }): BarGroup & { differs: boolean } => {
      const parts = partsOf(own, stack, tab.columns, displayed);
      const others = partsOf(own, beside, tab.columns, displayed);
      return {
        key: period,
        label: short(period),
        bars: isUsage
          ? [parts, ...others.map((value, at) => alone(value, stack.length + at))]
          : [...parts, ...others].map(alone),
        differs: differs(own, parts),
      };
    })
    .toReversed();
  if (bars.every((group) => group.bars.every((bar) => bar.every((value) => !value))))
    return <Notice kind="info">{t('empty')}</Notice>;
  const nameOf = (part: Part) => say(`places.${part}`);
  const newest = view.rows[0];
  const figures = new Map(
    series.map((part) => [part, view.total ? view.total.get(part) : newest?.cells.get(part)?.value]),
  );
  const parts = series.map((part) => {
    const value = figures.get(part) ?? null;
    return t('part', { name: nameOf(part), value: value === null ? say('answer.none') : format.number(value) });
  });
  const [first, last] = [view.rows.at(-1), newest].map((row) => (row ? long(row.period) : ''));
  const sentence = t('sentence', {
    name: device.name,
    tab: say(`tabs.${tab.tab}`),
    kind: say(`kinds.${device.kind}`),
    from: first ?? '',
    to: last ?? '',
    parts: format.list(parts, { type: 'unit' }),
  });
  return (
    <Stack gap="small">
      <p>
        {t(device.kind)} {isUsage && beside.length > 0 && t('beside', { names: format.list(beside.map(nameOf)) })}{' '}
        {t('asTable')}
      </p>
      <StackedBarChart
        label={sentence}
        series={series.map((part) => ({ key: part, label: nameOf(part) }))}
        groups={bars}
        say={(value) => format.number(value, { notation: 'compact', maximumFractionDigits: 1 })}
        write={(value) => format.number(value)}
      />
      {bars.some((group) => group.differs) && <p>{t('differs')}</p>}
    </Stack>
  );
}

/** A bar with one part, in the place of its series. */
function alone(value: number | null, at: number): (number | null)[] {
  return [...Array.from({ length: at }, () => null), value];
}
