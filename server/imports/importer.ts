import type { Permission } from '../../domain/accounts/permissions.ts';
import type { ExportColumn } from '../../domain/exports/columns.ts';
import type { Language } from '../../domain/site/languages.ts';
import type { Params } from '../../domain/verdict.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import type { NewEvent } from '../kernel/events.ts';
import type { Problem } from '../kernel/http/problem.ts';
import type { Scope } from '../kernel/session.ts';
import type { Tally } from './tally.ts';

export type CellFault = { code: string; params?: Params };
export type RowFaults = Record<string, CellFault>;
export type Cells = Record<string, string>;
export type CheckedRow<V> = {
  line: number;
  cells: Cells;
  value: V | null;
  faults: RowFaults;
  /** What `checkRows` found out about the row, by the importer's `tells`; shown beside its cells. */
  tells?: Cells;
};

export type Column = {
  key: string;
  required: boolean;
  /** Other headings under which people have this column in their files. */
  alsoCalled?: readonly string[];
  /** Holds codes of digits and letters: what a spreadsheet made a number of has lost some and is refused with the cure. */
  code?: true;
  /** Holds a day: what a spreadsheet made a date of is one. */
  day?: true;
};

/** What a file as a whole comes to after its rows were looked at: a refusal or none, and what is to be remembered of it. */
export type Refused = { problem: Problem; events: NewEvent[] };
export type Weighed = Refused | { problem: null; events: NewEvent[] };

export type Stored = {
  /** How many rows are new. */
  stored: number;
  events: NewEvent[];
  /** For kinds with a `result`: what each row became, in the order of the rows. */
  result?: readonly unknown[];
};

/**
 * What a capability says about one kind of file. The room does the rest: upload, encoding, preview, job, all or nothing.
 * Column headings stand in domain/texts under `headings.<kind>`; a file may use either language's or the column's key.
 */
export type Importer<V = unknown> = {
  kind: string;
  capability: string;
  permission: Permission;
  /** Where the web app shows one, with `$organization` and `$import` in the path. */
  page: string;
  /** Whether who confirmed one is told by mail when it is over. */
  mailed?: true;
  /** Whether anybody may take the template, also who is not logged in. */
  openTemplate?: true;
  rowsMax: number;
  /** Of a kind with very many rows: how many are looked at and stored at once. All of them where it is left out. */
  rowsAtOnce?: number;
  columns: readonly Column[];
  /** Whether a site asks for that column; a kind without it asks for all of them everywhere. */
  asksFor?(site: Site, key: string): boolean;
  /**
   * Groups of columns that can be chosen once for a whole upload. A row in which no cell of a group is filled gets what was chosen, so
   * that nothing is put together out of two places or two persons.
   */
  defaults?: readonly (readonly string[])[];
  /** Keys of what `checkRows` tells about each row beside its cells. */
  tells?: readonly string[];
  /** Of these keys of `tells` the values are counted, for a summary. */
  counted?: string;
  /** The form of one row, without looking at the database; `today` is a civil day of the site. */
  readRow(site: Site, cells: Cells, today: string): { ok: true; value: V } | { ok: false; faults: RowFaults };
  /** Before an uploaded file is looked at: why it must not be, or null. */
  admit?(tx: Tx, scope: Scope, address: string): Promise<Problem | null>;
  /**
   * Faults against what is stored and among the rows themselves, written into them. Runs for the preview and again, with
   * `lock`, in the transaction that stores: what was found then holds until its end. `lines` is for what may stand once in a file: where it
   * first stood, in the rows that came before too.
   */
  checkRows(
    app: App,
    tx: Tx,
    site: Site,
    rows: CheckedRow<V>[],
    scope: Scope,
    lock: boolean,
    lines: Map<string, number>,
  ): Promise<void>;
  /** After the first look at an uploaded file: counts what must be counted; may refuse the file as a whole. */
  weigh?(tx: Tx, scope: Scope, found: Tally, address: string): Promise<Weighed | null>;
  /** Stores rows without faults; those that are stored already, the same, count for nothing. `done` tells how many rows are through. */
  store(
    app: App,
    tx: Tx,
    site: Site,
    scope: Scope,
    importId: string,
    values: readonly V[],
    done?: (rows: number) => void,
  ): Promise<Stored>;
  /** The events of a whole file, for kinds whose rows are stored some at a time. */
  ending?(importId: string, stored: number): NewEvent[];
  /** What the rows became, for kinds whose people come for that: shown and given as a file. */
  result?: {
    columns(site: Site): readonly ExportColumn[];
    /** Some of what `store` gave, as cells by column; machine words, which pages and files turn into people's. */
    present(app: App, site: Site, rows: readonly unknown[]): Promise<Cells[]>;
  };
  /** Machine words of cells and of what faults name (e.g. the ID of a category) in people's language. */
  inWords?(site: Site, language: Language, column: string, word: string): string;
};

/** The columns of a kind of file that a site asks for. */
export function columnsAt(importer: Importer, site: Site): Column[] {
  return importer.columns.filter(({ key }) => importer.asksFor?.(site, key) ?? true);
}
