import type { Permission } from '../../domain/accounts/permissions.ts';
import type { Params } from '../../domain/verdict.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import type { NewEvent } from '../kernel/events.ts';
import type { Scope } from '../kernel/session.ts';

export type CellFault = { code: string; params?: Params };
export type RowFaults = Record<string, CellFault>;
export type Cells = Record<string, string>;
export type CheckedRow<V> = { line: number; cells: Cells; value: V | null; faults: RowFaults };

/**
 * What a capability says about one kind of file. The room does the rest: upload, encoding, preview, all or nothing.
 * Column headings stand in domain/texts under `headings.<kind>`; a file may use either language's or the column's key.
 */
export type Importer<V = unknown> = {
  kind: string;
  capability: string;
  permission: Permission;
  /** `alsoCalled`: other headings under which people have this column in their files. */
  columns: readonly { key: string; required: boolean; alsoCalled?: readonly string[] }[];
  /** The form of one row, without looking at the database. */
  readRow(site: Site, cells: Cells): { ok: true; value: V } | { ok: false; faults: RowFaults };
  /** Faults against what is stored and among the rows themselves, written into them. Runs for the preview and again when storing. */
  checkRows(app: App, tx: Tx, site: Site, rows: CheckedRow<V>[]): Promise<void>;
  /** Stores rows without faults; those that are stored already, the same, count for nothing. Returns how many are new. */
  store(
    app: App,
    tx: Tx,
    site: Site,
    scope: Scope,
    importId: string,
    values: readonly V[],
  ): Promise<{ stored: number; events: NewEvent[] }>;
};
