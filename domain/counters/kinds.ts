/** What is shown of a period: the difference to what was there before it, or the last reading in it (C-04). */
export const figureKinds = ['usage', 'cumulative'] as const;
export type FigureKind = (typeof figureKinds)[number];
