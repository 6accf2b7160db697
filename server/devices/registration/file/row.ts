import { registrationFields } from '../../../../domain/devices/fields.ts';
import { deviceOptions } from '../../../../domain/site/capabilities.ts';
import type { Cells, RowFaults } from '../../../imports/importer.ts';
import type { Site } from '../../../kernel/app.ts';
import type { Judged } from '../judge.ts';
import { readWish, type Wish } from '../read.ts';

/** A row of a file of devices to register, with what `checkRows` found out about it. */
export type RegistrationRow = {
  wish: Wish;
  /** What will be registered; null where nothing new is. */
  judged: Judged | null;
  /** The registration in force, where the device is the organization's already. */
  registrationId: string | null;
};

/** Reads a row by its form (U-04), as the form of one device is read. */
export function readRegistrationRow(
  site: Site,
  cells: Cells,
  today: string,
): { ok: true; value: RegistrationRow } | { ok: false; faults: RowFaults } {
  const { serial = '', claimCode, registeredTo } = cells;
  const values = Object.fromEntries(registrationFields.map((field) => [field, cells[field]]));
  const read = readWish(deviceOptions(site), { serial, claimCode, registeredTo, values }, today);
  if (read.ok) return { ok: true, value: { wish: read.value, judged: null, registrationId: null } };
  return { ok: false, faults: Object.fromEntries(read.faults.map(({ at, ...fault }) => [at, fault])) };
}
