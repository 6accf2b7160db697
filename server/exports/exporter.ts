import type { CompiledQuery } from 'kysely';
import type { z } from 'zod';
import type { Permission } from '../../domain/accounts/permissions.ts';
import type { ExportColumn, Row } from '../../domain/exports/columns.ts';
import type { Language } from '../../domain/site/languages.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Problem } from '../kernel/http/problem.ts';
import type { Scope, Session } from '../kernel/session.ts';
import type { Words } from './copied-cells.ts';
import type { Read } from './snapshot.ts';

export type ExportCall<Q> = { app: App; site: Site; scope: Scope; session: Session; language: Language; query: Q };

/** A file that is about to be written. */
export type OpenExport = {
  columns: readonly ExportColumn[];
  /** What was asked for, as IDs and codes, for the event; nothing personal. */
  conditions: Record<string, string | number | null>;
  /** What is to be known of the whole table, above its headings. */
  notes?: readonly string[];
} & (
  | {
      /**
       * The rows in batches. `read` runs queries in one snapshot and ends with the export; every query has the scope in it. Cells
       * are in the order of `columns`.
       */
      rows: (read: Read) => AsyncIterable<readonly Row[]>;
    }
  | { cells: CellQuery }
);

/**
 * A query that gives the cells of the file themselves, in the order of `columns`, with the scope in it; nothing is made of its rows on their way. Its
 * columns are texts, whole numbers, days and instants as the database has them; an empty text is no text.
 */
export type CellQuery = {
  query: { compile(): CompiledQuery<unknown> };
  /** What stands in a column, by its key, for what the query gives. */
  words?: Readonly<Record<string, Words>>;
};

/**
 * What a capability says about one kind of file; it stands in its descriptor. The room does the rest: address, formats, encodings,
 * events, cutting off. Headings stand in domain/texts under `headings.<kind>`, the file's name under `headings.files.<kind>`.
 */
export type Exporter<Q extends z.ZodObject = z.ZodObject> = {
  kind: string;
  summary: string;
  permission: Permission;
  /** As that of its list, without the page. */
  query: Q;
  /** Codes with which `open` may refuse. */
  problems: readonly string[];
  /** Refuses what makes no sense or is not there; else says what the file holds. */
  open(call: ExportCall<z.output<Q>>): Promise<OpenExport | Problem>;
};

/** Declares an exporter; its query's schema makes the type of what `open` gets. */
export function exporter<Q extends z.ZodObject>(declared: Exporter<Q>): Exporter {
  return declared as unknown as Exporter;
}
