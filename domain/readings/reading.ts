/** A value at the place of its metric in the model; null or past the end where there is none. Booleans are 1 and 0. */
export type Measured = readonly (number | null)[];

/** What one message says, as it is stored: numbers by ordinal, texts by ordinal, ordinals of values that cannot be. */
export type Reading = {
  measured: Measured;
  texts: Readonly<Record<string, string>> | null;
  marks: readonly number[] | null;
};

/** As site data say it of a metric; its place in the list is its ordinal. */
export type Metric = {
  code: string;
  kind: 'number' | 'integer' | 'boolean' | 'text';
  cumulative: boolean;
  min?: number | undefined;
  max?: number | undefined;
};
