import type { ReactNode } from 'react';
import styles from './chart.module.css';
import { Legend } from './legend.tsx';
import { area, axisFor, xOf, yOf, type Plot } from './scale.ts';

/** `colour` is one of 1 to 8; each has a dash of its own, so that lines can be told apart without colours. */
export type Series = { key: string; label: string; colour: number };
export type Tick = { share: number; label: string };

export type FrameProps = {
  /** The whole chart in one sentence. */
  label: string;
  series: readonly Series[];
  most: number;
  /** How values on the axis are written. */
  say: (value: number) => string;
  ticks: readonly Tick[];
  plot?: Plot;
  /** Whether values are whole numbers. */
  whole?: boolean;
  /** The fill of each series of a chart of areas; without it, series are lines. */
  fills?: (at: number) => string;
  children: (top: number) => ReactNode;
};

/** The axes, marks and legend that every chart has. */
export function Frame({ label, series, most, say, ticks, plot = area, whole = false, fills, children }: FrameProps) {
  const axis = axisFor(most, whole);
  return (
    <>
      <svg viewBox={`0 0 ${plot.width} ${plot.height}`} role="img" aria-label={label}>
        {axis.ticks.map((value) => (
          <g key={value}>
            <line
              className={styles['grid']}
              x1={xOf(0, plot)}
              x2={xOf(1, plot)}
              y1={yOf(value, axis.top, plot)}
              y2={yOf(value, axis.top, plot)}
            />
            <text x={plot.left - 8} y={yOf(value, axis.top, plot) + 5} textAnchor="end">
              {say(value)}
            </text>
          </g>
        ))}
        {ticks.map((tick) => (
          <text key={tick.share} x={xOf(tick.share, plot)} y={plot.height - 8} textAnchor="middle">
            {tick.label}
          </text>
        ))}
        {children(axis.top)}
      </svg>
      <Legend series={series} {...(fills && { fills })} />
    </>
  );
}
