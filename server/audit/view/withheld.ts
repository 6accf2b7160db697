import type { AuditReader } from './filter.ts';
import type { AuditRow } from './store.ts';

/**
 * What of an event only operators read. Whether an address that somebody wanted is another account's: an owner who could read it would learn by trying who
 * has an account at the site. What shows whose a device is that was registered wrongly: it may name the rightful owner.
 */
export const forOperators: Readonly<Record<string, readonly string[]>> = {
  'mail-change.asked': ['mailed'],
  'devices.claim-released': ['evidence'],
};

export function withheldFrom({ wholeSite }: AuditReader, row: AuditRow): AuditRow {
  const keys = wholeSite ? [] : (forOperators[row.kind] ?? []);
  if (keys.length === 0) return row;
  return { ...row, data: without(row.data, keys), details: row.details && without(row.details, keys) };
}

function without(values: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !keys.includes(key)));
}
