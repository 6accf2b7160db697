/** The drawing of a chart in its own units: its size, and the margins where its marks stand. */
export type Plot = { width: number; height: number; left: number; right: number; top: number; bottom: number };
export const area: Plot = { width: 720, height: 300, left: 48, right: 12, top: 12, bottom: 32 };

const steps = [1, 2, 2.5, 5, 10] as const;
const ticksWanted = 4;

/** A round upper end of an axis from 0, and the marks on it; of what is counted in whole numbers none lies between two. */
export function axisFor(most: number, whole = false): { top: number; ticks: number[] } {
  const least = Math.max(most / ticksWanted, whole ? 1 : 1e-9);
  const power = 10 ** Math.floor(Math.log10(least));
  const fits = (one: number) => one * power >= least && (!whole || Number.isInteger(one * power));
  const step = power * (steps.find(fits) ?? 10);
  const count = Math.max(1, Math.ceil(most / step - 1e-9));
  return { top: count * step, ticks: Array.from({ length: count + 1 }, (_, at) => at * step) };
}

export function xOf(share: number, plot: Plot = area): number {
  return rounded(plot.left + share * (plot.width - plot.left - plot.right));
}

export function yOf(value: number, top: number, plot: Plot = area): number {
  const height = plot.height - plot.top - plot.bottom;
  return rounded(plot.top + height * (1 - value / top));
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

/** One place of a line: from 0 to 1 along the axis, and its value; null where nothing is known. */
export type LinePoint = { share: number; value: number | null };

/** The path of a line; where values are missing, or more than `gap` lies between two, it is broken off (E-07: gaps are gaps). */
export function linePath(points: readonly LinePoint[], top: number, gap: number): string {
  let path = '';
  let before: number | null = null;
  for (const { share, value } of points) {
    if (value === null) {
      before = null;
      continue;
    }
    const joined = before !== null && share - before <= gap;
    // A point by itself is a dot: a line of no length with round ends.
    path += `${joined ? 'L' : 'M'}${xOf(share)} ${yOf(value, top)}${joined ? '' : 'h0'}`;
    before = share;
  }
  return path;
}
