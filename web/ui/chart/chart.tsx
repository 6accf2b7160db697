import styles from './chart.module.css';
import { Frame, type FrameProps, type Series, type Tick } from './frame.tsx';
import { linePath, xOf, yOf, type LinePoint } from './scale.ts';

export type { Series, Tick };

type LineChartProps = Omit<FrameProps, 'children' | 'most' | 'plot' | 'whole' | 'fills'> & {
  /** For each series, its places in order. */
  lines: readonly (readonly LinePoint[])[];
  /** Two places further apart than this are not joined. */
  gap: number;
};

/** Curves over a span of time. */
export function LineChart({ lines, gap, ...frame }: LineChartProps) {
  const most = lines.flat().reduce((top, { value }) => Math.max(top, value ?? 0), 0);
  return (
    <figure className={styles['chart']}>
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
    </figure>
  );
}

type BarChartProps = Omit<FrameProps, 'children' | 'most' | 'plot' | 'whole' | 'fills'> & {
  /** For each bar's place along the axis, a value of each series; null draws nothing. */
  groups: readonly (readonly (number | null)[])[];
};

/** Bars beside each other, a group for each place. */
export function BarChart({ groups, ...frame }: BarChartProps) {
  const most = groups.flat().reduce<number>((top, value) => Math.max(top, value ?? 0), 0);
  const each = 1 / Math.max(1, groups.length);
  const wide = (each * 0.8) / Math.max(1, frame.series.length);
  return (
    <figure className={styles['chart']}>
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
    </figure>
  );
}
