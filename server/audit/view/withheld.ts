import type { AuditReader } from './filter.ts';
import type { AuditRow } from './store.ts';

/**
 * What of an event's data only operators read: whether an address that somebody wanted is another account's. An owner who could read it would learn
 * by trying who has an account at the site.
 */
const forOperators: Readonly<Record<string, readonly string[]>> = { 'mail-change.asked': ['mailed'] };

export function withheldFrom({ wholeSite }: AuditReader, row: AuditRow): AuditRow {
  const keys = wholeSite ? [] : (forOperators[row.kind] ?? []);
  if (keys.length === 0) return row;
  return { ...row, data: Object.fromEntries(Object.entries(row.data).filter(([key]) => !keys.includes(key))) };
}
