/**
 * How the cells of a column are written. `text`: as it is; `code`: a number or ID that must stay text, leading zeros and all;
 * `integer`: a number to count with; `date`: a civil date; `instant`: a moment, told in the site's zone.
 */
export const columnKinds = ['text', 'code', 'integer', 'date', 'instant'] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** A column of an exported file; its heading stands in domain/texts under `headings.<kind of file>.<key>`, unless the site's people call it otherwise. */
export type SingleColumn = { key: string; kind: ColumnKind; heading?: string };

/**
 * Columns of whole numbers side by side, of which a row has one text as the database writes it: `12,,5`, with nothing where there is no number. Where
 * there are many, as many cells of their own would cost several times as much. `headings` as of a single column, by what stands in `of`.
 */
export type IntegerColumns = {
  key: string;
  kind: 'integers';
  of: readonly string[];
  headings?: Readonly<Record<string, string>>;
};
export type ExportColumn = SingleColumn | IntegerColumns;

/** The columns that a file has. */
export function singleColumns(columns: readonly ExportColumn[]): SingleColumn[] {
  return columns.flatMap((column): SingleColumn[] =>
    column.kind === 'integers' ? column.of.map((key) => singleOf(key, column.headings?.[key])) : [column],
  );
}

function singleOf(key: string, heading: string | undefined): SingleColumn {
  return { key, kind: 'integer', ...(heading !== undefined && { heading }) };
}

/**
 * `text`, `code` and `date` (`2026-11-01`) are texts, `integer` a number, `integers` a text, `instant` milliseconds since 1970; null is an
 * empty cell.
 */
export type Cell = string | number | null;
export type Row = readonly Cell[];
