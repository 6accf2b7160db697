import {
  addressesMax,
  changesOf,
  readAddresses,
  type AddressChanges,
  type AddressFault,
  type MaintenanceAddress,
} from '../../../domain/maintenance-addresses/addresses.ts';
import { languages, type Language } from '../../../domain/site/languages.ts';

/** A change in progress; `rows` is null as long as nothing was touched. */
export type EditDraft = {
  rows: readonly MaintenanceAddress[] | null;
  /** The addresses that were sent a link, once it is saved. */
  saved: readonly string[] | null;
};

export const emptyEdit: EditDraft = { rows: null, saved: null };
/** One more than can be stored: what is too much is told where it stands. */
export const rowsMax = addressesMax + 1;

function rowOf(stored: unknown): MaintenanceAddress[] {
  if (typeof stored !== 'object' || stored === null) return [];
  const { mail, language } = stored as Record<string, unknown>;
  const known = languages.find((one) => one === language);
  return typeof mail === 'string' && known ? [{ mail, language: known }] : [];
}

/** Makes sense of what is stored; what is not as it should be is as if it were not there. */
export function readEditDraft({ rows, saved }: Record<string, unknown>): EditDraft {
  return {
    rows: Array.isArray(rows) ? (rows as unknown[]).flatMap(rowOf).slice(0, rowsMax) : null,
    saved: Array.isArray(saved) ? (saved as unknown[]).filter((one) => typeof one === 'string') : null,
  };
}

/** What stands in the form: the stored addresses, or an empty place where there are none; over them what was typed. */
export function shownRows(
  stored: readonly MaintenanceAddress[],
  { rows }: Pick<EditDraft, 'rows'>,
  language: Language,
): readonly MaintenanceAddress[] {
  const known = rows ?? stored.map(({ mail, language: of }) => ({ mail, language: of }));
  return known.length > 0 ? known : [{ mail: '', language }];
}

export type Edited =
  | { ok: true; value: MaintenanceAddress[]; changes: AddressChanges; kept: MaintenanceAddress[]; differs: boolean }
  | { ok: false; faults: readonly AddressFault[] };

/** What would be stored if it were saved now, by the rules that the server applies as well. */
export function judgeEdit(stored: readonly MaintenanceAddress[], rows: readonly MaintenanceAddress[]): Edited {
  const read = readAddresses(rows);
  if (!read.ok) return read;
  const changes = changesOf(stored, read.value);
  const { added, changed, removed } = changes;
  return {
    ok: true,
    value: read.value,
    changes,
    kept: read.value.filter((one) => !added.includes(one) && !changed.includes(one)),
    differs: added.length + changed.length + removed.length > 0,
  };
}
