/** A piece of a bar: of which series, from where to where on the axis of values. */
export type Piece = { series: number; from: number; to: number };

/** What of a bar is drawn, from 0 up: what is missing, zero or below takes no room. */
export function piecesOf(bar: readonly (number | null)[]): Piece[] {
  let from = 0;
  return bar.flatMap((value, series) => {
    if (value === null || value <= 0) return [];
    const piece = { series, from, to: from + value };
    from = piece.to;
    return [piece];
  });
}

/** How high the highest of these bars is. */
export function highestOf(bars: readonly (readonly (number | null)[])[]): number {
  return bars.reduce((most, bar) => Math.max(most, piecesOf(bar).at(-1)?.to ?? 0), 0);
}

const characterUnits = 9;
const ideographUnits = 15.5;

/** How wide a text is about, in units of a drawing. */
export function widthOf(text: string): number {
  return [...text].reduce(
    (sum, one) => sum + ((one.codePointAt(0) ?? 0) < 0x1100 ? characterUnits : ideographUnits),
    0,
  );
}

/** Cuts a text to what has room; the whole of it stands in the table. */
export function cutTo(text: string, units: number): string {
  if (widthOf(text) <= units) return text;
  const kept: string[] = [];
  for (const one of text) {
    if (widthOf(`${kept.join('')}${one}…`) > units) break;
    kept.push(one);
  }
  return `${kept.join('').trimEnd()}…`;
}

/** Which of the labels along an axis of so many units have room: every n-th, from the first on. */
export function labelsEvery(labels: readonly string[], units: number): number {
  const widest = labels.reduce((most, label) => Math.max(most, widthOf(label)), 1);
  return Math.max(1, Math.ceil(((widest + characterUnits) * labels.length) / Math.max(1, units)));
}
