import { changedFields, readValues } from '../../../domain/devices/form.ts';
import { isChangeable, type RegistrationField, type RegistrationValues } from '../../../domain/devices/fields.ts';
import { findModel } from '../../../domain/devices/options.ts';
import { checkPurchase } from '../../../domain/devices/register.ts';
import { lengthensWarranty, warrantyUntil } from '../../../domain/devices/warranty.ts';
import { civilDay } from '../../../domain/site/civil-day.ts';
import { deviceOptions } from '../../../domain/site/capabilities.ts';
import { fail, pass, type Verdict } from '../../../domain/verdict.ts';
import type { Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import type { NewEvent } from '../../kernel/events.ts';
import { platformProblem, type FieldFault } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { etag } from '../../kernel/http/version.ts';
import type { Scope } from '../../kernel/session.ts';
import { checkParent, findParents, missingParent, storeParents, type Parent } from '../registration/parents.ts';
import { readSerial } from '../registration/read.ts';
import {
  findRegistration,
  findRelatives,
  valuesOf,
  versionOfDevice,
  type RegistrationRow,
  type Relative,
} from './find.ts';
import type { DeviceChange, DeviceDetail } from './schemas.ts';
import { viewDevice, type Viewer } from './view.ts';

export type ChangedField = RegistrationField | 'registeredTo';
type Answer = DeviceDetail & { changed: ChangedField[] };
type Next = { values: RegistrationValues; parent: Parent | Relative | null };

/** Changes what people may change of a device (U-06); nothing is stored when nothing differs. */
export async function changeDevice(
  viewer: Viewer & { tx: Tx },
  deviceId: string,
  seenVersion: string,
  change: DeviceChange,
): Promise<Outcome<Answer>> {
  const { tx, site, scope } = viewer;
  const row = await findRegistration(tx, scope, deviceId, 'configure', true);
  if (!row) return { reply: platformProblem('not-found') };
  const { parent } = await findRelatives(tx, scope, row);
  if (versionOfDevice(row, parent) !== seenVersion) return { reply: platformProblem('changed-meanwhile') };
  const read = await readChange(tx, site, scope, row, parent, change);
  if (!read.ok) return { reply: platformProblem('invalid-fields', { errors: read.errors }) };
  const before = valuesOf(row);
  const fields = changedFields(before, read.value.values);
  const moved = (read.value.parent?.deviceId ?? null) !== (parent?.deviceId ?? null);
  const changed: ChangedField[] = [...fields, ...(moved ? ['registeredTo' as const] : [])];
  const answer = async (): Promise<Outcome<Answer>['reply']> => {
    const stored = await findRegistration(tx, scope, deviceId, 'configure');
    if (!stored) throw new Error('a device that was changed is gone');
    const { body, version } = await viewDevice(viewer, stored);
    return { status: 200, body: { ...body, changed }, headers: etag(version) };
  };
  if (changed.length === 0) return { reply: await answer() };
  const lengthened = fields.includes('purchasedOn') && lengthens(site, row, read.value.values.purchasedOn);
  await storeValues(tx, site, scope, row, read.value.values, lengthened);
  if (moved) await storeParents(tx, scope, [{ deviceId, parentDeviceId: read.value.parent?.deviceId ?? null }]);
  return { reply: await answer(), events: [changedEvent(viewer, row, changed, lengthened, before, read.value.values)] };
}

function changedEvent(
  { session }: Viewer,
  row: RegistrationRow,
  fields: readonly ChangedField[],
  lengthened: boolean,
  before: RegistrationValues,
  after: RegistrationValues,
): NewEvent {
  const pick = (values: RegistrationValues) =>
    Object.fromEntries(fields.flatMap((field) => (field === 'registeredTo' ? [] : [[field, values[field]]])));
  const byOperator = session.acting?.state === 'runs' && session.acting.organizationKind === 'maker';
  return {
    what: 'devices.changed',
    subject: `device/${row.device_id}`,
    data: {
      device: row.device_id,
      registration: row.id,
      organization: row.organization_id,
      fields,
      byOperator,
      lengthened,
    },
    details: { before: pick(before), after: pick(after) },
  };
}

function lengthens(site: Site, row: RegistrationRow, purchasedOn: string): boolean {
  if (findModel(deviceOptions(site), row.model)?.warrantyMonths === undefined) return false;
  const registeredOn = civilDay(row.from_at, site.timeZone);
  return lengthensWarranty({ purchasedOn: row.purchased_on, registeredOn }, purchasedOn || null);
}

type Read = { ok: true; value: Next } | { ok: false; errors: FieldFault[] };

/** What would be stored: typed fields over those that are there, each fault at its field. */
async function readChange(
  tx: Tx,
  site: Site,
  scope: Scope,
  row: RegistrationRow,
  parent: Relative | null,
  change: DeviceChange,
): Promise<Read> {
  const { registration } = deviceOptions(site);
  const before = valuesOf(row);
  const typed = Object.fromEntries(Object.entries(change.values).filter(([, value]) => value !== undefined));
  const fields = registration.fields.filter(({ field }) => isChangeable(field));
  const read = readValues({ ...before, ...typed }, fields, civilDay(scope.now, site.timeZone));
  const errors: FieldFault[] = [];
  if (!read.ok) errors.push(...read.faults.map(({ field, ...fault }) => ({ pointer: `/values/${field}`, ...fault })));
  if ('timeZone' in typed && typed['timeZone'] !== before.timeZone)
    errors.push({ pointer: '/values/timeZone', code: 'devices/time-zone-fixed' });
  const asked = new Set<string>(fields.map(({ field }) => field));
  const kept = Object.fromEntries(Object.entries(before).filter(([field]) => !asked.has(field)));
  const values = { ...(read.ok ? read.value : before), ...kept };
  if (values.purchasedOn !== before.purchasedOn) {
    const purchase = checkPurchase(values.purchasedOn, await shippedOn(tx, row));
    if (!purchase.ok)
      errors.push({ pointer: '/values/purchasedOn', code: `devices/${purchase.code}`, params: purchase.params ?? {} });
  }
  const next = await readParent(tx, site, scope, row, parent, change.registeredTo);
  if (!next.ok) errors.push({ pointer: '/registeredTo', code: next.code });
  return errors.length > 0 || !next.ok ? { ok: false, errors } : { ok: true, value: { values, parent: next.value } };
}

async function readParent(
  tx: Tx,
  site: Site,
  scope: Scope,
  row: RegistrationRow,
  present: Relative | null,
  typed: string | undefined,
): Promise<Verdict<Parent | Relative | null>> {
  if (typed === undefined) return pass(present);
  const options = deviceOptions(site);
  const model = findModel(options, row.model);
  if (typed.trim() === '') {
    // What stands alone already may go on to: its device was passed on or ended.
    const missing = present && model ? missingParent(model) : null;
    return missing?.ok === false ? fail(`devices/${missing.code}`) : pass(null);
  }
  const serial = readSerial(options, typed);
  if (!serial.ok) return serial;
  if (serial.value === present?.serial) return pass(present);
  if (!model) return fail('devices/parent-not-for-model');
  const found = await findParents(tx, scope, row.organization_id, [serial.value]);
  const checked = checkParent(model, found.get(serial.value) ?? null);
  return checked.ok ? checked : fail(`devices/${checked.code}`);
}

async function shippedOn(tx: Tx, row: RegistrationRow): Promise<string | null> {
  const made = await tx
    .selectFrom('manufactured_devices')
    .select('shipped_on')
    .where('site_id', '=', row.site_id)
    .where('device_id', '=', row.device_id)
    .executeTakeFirstOrThrow();
  return made.shipped_on;
}

async function storeValues(
  tx: Tx,
  site: Site,
  scope: Scope,
  row: RegistrationRow,
  values: RegistrationValues,
  lengthened: boolean,
): Promise<void> {
  const { purchasedOn, postalCode, webPage, timeZone: _, ...texts } = values;
  const months = findModel(deviceOptions(site), row.model)?.warrantyMonths;
  await tx
    .updateTable('device_registrations')
    .set({
      ...texts,
      postal_code: postalCode,
      web_page: webPage,
      version: row.version + 1,
      changed_at: scope.now,
      // Untouched while the day is the same: a warranty may have come with a hand-over or a replacement.
      ...(purchasedOn !== (row.purchased_on ?? '') && {
        purchased_on: purchasedOn || null,
        warranty_until: warrantyUntil(purchasedOn || null, months),
      }),
      ...(lengthened && { lengthened_at: scope.now }),
    })
    .where('site_id', '=', row.site_id)
    .where('id', '=', row.id)
    .execute();
}
