/**
 * How the cells of a column are written. `text`: as it is; `code`: a number or ID that must stay text, leading zeros and all;
 * `integer`: a number to count with; `date`: a civil date; `instant`: a moment, told in the site's zone.
 */
export const columnKinds = ['text', 'code', 'integer', 'date', 'instant'] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** A column of an exported file; its heading stands in domain/texts under `headings.<kind of file>.<key>`. */
export type ExportColumn = { key: string; kind: ColumnKind };

/** `text`, `code` and `date` (`2026-11-01`) are texts, `integer` a number, `instant` milliseconds since 1970; null is an empty cell. */
export type Cell = string | number | null;
export type Row = readonly Cell[];
