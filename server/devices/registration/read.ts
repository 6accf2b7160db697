import { findModel, type DeviceModel, type DeviceOptions } from '../../../domain/devices/options.ts';
import { readValues } from '../../../domain/devices/form.ts';
import type { RegistrationField, RegistrationValues } from '../../../domain/devices/fields.ts';
import { parseSerial, type SerialFormat } from '../../../domain/identifiers/serial-number.ts';
import type { Params, Verdict } from '../../../domain/verdict.ts';

/** What somebody typed to register a device. */
export type Typed = {
  serial: string;
  claimCode?: string | undefined;
  registeredTo?: string | undefined;
  values: Partial<Record<RegistrationField, string | undefined>>;
};

/** A request in its stored form; whether there is such a device is not said. */
export type Wish = { serial: string; claimCode: string; registeredTo: string; values: RegistrationValues };

/** A fault at `serial`, `claimCode`, `registeredTo` or a field; `code` is `<capability>/<code>`. */
export type WishFault = {
  at: 'serial' | 'claimCode' | 'registeredTo' | RegistrationField;
  code: string;
  params?: Params;
};

const formats = new WeakMap<DeviceOptions, SerialFormat[]>();

/** The ways in which a site's serial numbers are written. */
export function serialFormats(options: DeviceOptions): SerialFormat[] {
  const known = formats.get(options) ?? options.models.map((model) => model.serial);
  formats.set(options, known);
  return known;
}

/** A serial number's form with codes as `<capability>/<code>`. */
export function readSerial(options: DeviceOptions, typed: string): Verdict<string> {
  const verdict = parseSerial(typed, serialFormats(options));
  if (verdict.ok) return verdict;
  return { ...verdict, code: `${verdict.code === 'required' ? 'identifiers' : 'devices'}/${verdict.code}` };
}

/** Reads a request by its form alone (U-03), every fault at its place. */
export function readWish(
  options: DeviceOptions,
  typed: Typed,
  today: string,
): { ok: true; value: Wish } | { ok: false; faults: WishFault[] } {
  const faults: WishFault[] = [];
  const serial = readSerial(options, typed.serial);
  if (!serial.ok) faults.push({ at: 'serial', code: serial.code });
  const parent = typed.registeredTo?.trim() ? readSerial(options, typed.registeredTo) : null;
  if (parent && !parent.ok) faults.push({ at: 'registeredTo', code: parent.code });
  const values = readValues(typed.values, options.registration.fields, today);
  if (!values.ok) faults.push(...values.faults.map(({ field, ...fault }) => ({ at: field, ...fault })));
  if (faults.length > 0 || !serial.ok || !values.ok) return { ok: false, faults };
  const registeredTo = parent?.ok ? parent.value : '';
  return {
    ok: true,
    value: { serial: serial.value, claimCode: typed.claimCode?.trim() ?? '', registeredTo, values: values.value },
  };
}

/** The model of a manufactured device; null where the site's data have none of that name any more. */
export function modelOf(options: DeviceOptions, device: { model: string } | undefined): DeviceModel | null {
  return device ? findModel(options, device.model) : null;
}
