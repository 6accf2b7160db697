import type { ReactNode } from 'react';
import styles from './chart.module.css';
import { area, axisFor, linePath, xOf, yOf, type LinePoint } from './scale.ts';

/** `colour` is one of 1 to 8; each has a dash of its own, so that lines can be told apart without colours. */
export type Series = { key: string; label: string; colour: number };
export type Tick = { share: number; label: string };

type FrameProps = {
  /** The whole chart in one sentence. */
  label: string;
  series: readonly Series[];
  most: number;
  /** How values on the axis are written. */
  say: (value: number) => string;
  ticks: readonly Tick[];
  children: (top: number) => ReactNode;
};

/** The axes, marks and legend that every chart has. */
function Frame({ label, series, most, say, ticks, children }: FrameProps) {
  const axis = axisFor(most);
  return (
    <figure className={styles['chart']}>
      <svg viewBox={`0 0 ${area.width} ${area.height}`} role="img" aria-label={label}>
        {axis.ticks.map((value) => (
          <g key={value}>
            <line
              className={styles['grid']}
              x1={xOf(0)}
              x2={xOf(1)}
              y1={yOf(value, axis.top)}
              y2={yOf(value, axis.top)}
            />
            <text x={area.left - 8} y={yOf(value, axis.top) + 5} textAnchor="end">
              {say(value)}
            </text>
          </g>
        ))}
        {ticks.map((tick) => (
          <text key={tick.share} x={xOf(tick.share)} y={area.height - 8} textAnchor="middle">
            {tick.label}
          </text>
        ))}
        {children(axis.top)}
      </svg>
      <ul className={styles['legend']}>
        {series.map((one) => (
          <li key={one.key} data-colour={one.colour}>
            <svg viewBox="0 0 28 10" width="28" height="10" aria-hidden="true">
              <line x1="1" x2="27" y1="5" y2="5" />
            </svg>
            {one.label}
          </li>
        ))}
      </ul>
    </figure>
  );
}

type LineChartProps = Omit<FrameProps, 'children' | 'most'> & {
  /** For each series, its places in order. */
  lines: readonly (readonly LinePoint[])[];
  /** Two places further apart than this are not joined. */
  gap: number;
};

/** Curves over a span of time. */
export function LineChart({ lines, gap, ...frame }: LineChartProps) {
  const most = lines.flat().reduce((top, { value }) => Math.max(top, value ?? 0), 0);
  return (
    <Frame {...frame} most={most}>
      {(top) =>
        frame.series.map((one, at) => (
          <path
            key={one.key}
            className={styles['line']}
            data-colour={one.colour}
            d={linePath(lines[at] ?? [], top, gap)}
          />
        ))
      }
    </Frame>
  );
}

type BarChartProps = Omit<FrameProps, 'children' | 'most'> & {
  /** For each bar's place along the axis, a value of each series; null draws nothing. */
  groups: readonly (readonly (number | null)[])[];
};

/** Bars beside each other, a group for each place. */
export function BarChart({ groups, ...frame }: BarChartProps) {
  const most = groups.flat().reduce<number>((top, value) => Math.max(top, value ?? 0), 0);
  const each = 1 / Math.max(1, groups.length);
  const wide = (each * 0.8) / Math.max(1, frame.series.length);
  return (
    <Frame {...frame} most={most}>
      {(top) =>
        groups.flatMap((values, group) =>
          values.map((value, at) => {
            const from = group * each + each * 0.1 + at * wide;
            return (
              value !== null && (
                <rect
                  key={`${group} ${frame.series[at]?.key}`}
                  className={styles['bar']}
                  data-colour={frame.series[at]?.colour}
                  x={xOf(from)}
                  y={yOf(value, top)}
                  width={Math.max(0.5, xOf(from + wide) - xOf(from) - 0.5)}
                  height={yOf(0, top) - yOf(value, top)}
                />
              )
            );
          }),
        )
      }
    </Frame>
  );
}
