import { useId } from 'react';
import styles from './chart.module.css';
import { Frame, type FrameProps } from './frame.tsx';
import { area, xOf, yOf, type Plot } from './scale.ts';
import { highestOf, labelsEvery, piecesOf, widthOf } from './stack.ts';
import { lookOf, Textures } from './textures.tsx';
import { useWidth } from './use-width.ts';

/** One bar: a value of each series, in their order from below up; null where there is none. */
export type Bar = readonly (number | null)[];

/** A place along the axis with its bars beside each other. */
export type BarGroup = { key: string; label: string; bars: readonly Bar[] };

export type StackedProps = Pick<FrameProps, 'label' | 'say'> & {
  series: readonly { key: string; label: string }[];
  groups: readonly BarGroup[];
  /** How one value is written where somebody points at it. */
  write: (value: number) => string;
};

/** What of its place a group of bars takes up. */
const groupShare = 0.72;
/** A few bars are not blown up to walls. */
const barUnitsMax = 72;

/** Bars of whole numbers whose parts stand on each other (C-06); with one series in each bar, they stand beside each other. */
export function StackedBarChart({ label, say, write, series, groups }: StackedProps) {
  const id = useId();
  const { ref, width } = useWidth<HTMLElement>();
  const most = highestOf(groups.flatMap(({ bars }) => bars));
  const plot: Plot = { ...area, width, left: Math.ceil(widthOf(say(most * 1.2))) + 16 };
  const labels = groups.map((group) => group.label);
  const each = 1 / Math.max(1, groups.length);
  const every = labelsEvery(labels, plot.width - plot.left - plot.right);
  const ticks = labels.flatMap((own, at) => (at % every === 0 ? [{ share: (at + 0.5) * each, label: own }] : []));
  const looks = series.map((one, at) => ({ ...one, colour: lookOf(at).colour }));
  const fills = (at: number) => `url(#${id}-${at})`;
  return (
    <figure className={styles['chart']} ref={ref}>
      <Textures id={id} series={looks} />
      <Frame label={label} say={say} series={looks} most={most} ticks={ticks} plot={plot} fills={fills} whole>
        {(top) =>
          groups.map(({ key, label: own, bars }, group) => {
            const count = Math.max(1, bars.length);
            const wide = Math.min((each * groupShare) / count, barUnitsMax / (plot.width - plot.left - plot.right));
            const start = (group + 0.5) * each - (wide * count) / 2;
            return (
              <g key={key}>
                {bars.flatMap((bar, at) =>
                  piecesOf(bar).map((piece) => (
                    <rect
                      key={`${at} ${piece.series}`}
                      className={styles['piece']}
                      fill={fills(piece.series)}
                      x={xOf(start + at * wide, plot)}
                      y={yOf(piece.to, top, plot)}
                      width={Math.max(1, xOf(start + (at + 1) * wide, plot) - xOf(start + at * wide, plot))}
                      height={yOf(piece.from, top, plot) - yOf(piece.to, top, plot)}
                    >
                      <title>{`${own} ${series[piece.series]?.label} ${write(piece.to - piece.from)}`}</title>
                    </rect>
                  )),
                )}
              </g>
            );
          })
        }
      </Frame>
    </figure>
  );
}
