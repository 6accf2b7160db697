import { useId } from 'react';
import styles from './chart.module.css';
import { Legend } from './legend.tsx';
import { axisFor, xOf } from './scale.ts';
import type { StackedProps } from './stacked-bars.tsx';
import { cutTo, highestOf, piecesOf, widthOf } from './stack.ts';
import { lookOf, Textures } from './textures.tsx';
import { useWidth } from './use-width.ts';

const barUnits = 16;
const gapUnits = 12;
const axisUnits = 32;
const nameShareMax = 0.4;
const nameUnitsMax = 240;

/** The bars of a stacked chart lying down, each with its name before it: for many of them with long names, as devices (C-07). */
export function StackedRowChart({ label, say, write, series, groups }: StackedProps) {
  const id = useId();
  const { ref, width } = useWidth<HTMLElement>();
  const widest = groups.reduce((most, group) => Math.max(most, widthOf(group.label)), 0);
  const names = Math.min(widest, nameUnitsMax, width * nameShareMax);
  const plot = { width, height: 0, left: Math.ceil(names) + 16, right: 28, top: 0, bottom: axisUnits };
  const axis = axisFor(highestOf(groups.flatMap(({ bars }) => bars)), true);
  // Every other mark where all of them have no room.
  const room = (width - plot.left - plot.right) / Math.max(1, axis.ticks.length - 1);
  const marked = axis.ticks.filter((value, at) => at % 2 === 0 || room > widthOf(say(value)) + 12);
  const beside = groups.reduce((most, { bars }) => Math.max(most, bars.length), 1);
  const rowUnits = beside * barUnits + gapUnits;
  const below = groups.length * rowUnits;
  const looks = series.map((one, at) => ({ ...one, colour: lookOf(at).colour }));
  const fills = (at: number) => `url(#${id}-${at})`;
  const x = (value: number) => xOf(value / axis.top, plot);
  return (
    <figure className={styles['chart']} data-lying="" ref={ref}>
      <Textures id={id} series={looks} />
      <svg viewBox={`0 0 ${width} ${below + axisUnits}`} role="img" aria-label={label}>
        {marked.map((value) => (
          <g key={value}>
            <line className={styles['grid']} x1={x(value)} x2={x(value)} y1={0} y2={below} />
            <text x={x(value)} y={below + axisUnits - 8} textAnchor="middle">
              {say(value)}
            </text>
          </g>
        ))}
        {groups.map(({ key, label: own, bars }, row) => (
          <g key={key}>
            <text x={plot.left - 8} y={row * rowUnits + gapUnits / 2 + barUnits - 3} textAnchor="end">
              {cutTo(own, names)}
            </text>
            {bars.flatMap((bar, at) =>
              piecesOf(bar).map((piece) => (
                <rect
                  key={`${at} ${piece.series}`}
                  className={styles['piece']}
                  fill={fills(piece.series)}
                  x={x(piece.from)}
                  y={row * rowUnits + gapUnits / 2 + at * barUnits}
                  width={x(piece.to) - x(piece.from)}
                  height={barUnits}
                >
                  <title>{`${own} ${series[piece.series]?.label} ${write(piece.to - piece.from)}`}</title>
                </rect>
              )),
            )}
          </g>
        ))}
      </svg>
      <Legend series={looks} fills={fills} />
    </figure>
  );
}
