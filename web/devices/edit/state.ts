import { changedFields, readValues, type AskedField, type FieldFault } from '../../../domain/devices/form.ts';
import { registrationFields, type RegistrationField, type RegistrationValues } from '../../../domain/devices/fields.ts';
import { canonicalSerial } from '../../../domain/identifiers/serial-number.ts';
import { formatPostalCode } from '../../../domain/identifiers/postal-code.ts';

/** A change in progress. Only what was touched is kept: what somebody else changes meanwhile in the rest is not undone by it. */
export type EditDraft = {
  typed: Partial<RegistrationValues>;
  /** The serial number of the device with which it is used; null as long as it was not touched. */
  registeredTo: string | null;
  /** What was changed, once it is saved. */
  saved: readonly ChangedField[] | null;
};
export type ChangedField = RegistrationField | 'registeredTo';
const changeable: readonly ChangedField[] = [...registrationFields, 'registeredTo'];

export const emptyEdit: EditDraft = { typed: {}, registeredTo: null, saved: null };

/** Makes sense of what is stored; what is not as it should be is as if it were empty. */
export function readEditDraft(stored: Record<string, unknown>): EditDraft {
  const typed = typeof stored['typed'] === 'object' && stored['typed'] !== null ? stored['typed'] : {};
  const kept = Object.entries(typed).filter(
    ([field, value]) => registrationFields.some((one) => one === field) && typeof value === 'string',
  );
  const saved = Array.isArray(stored['saved']) ? (stored['saved'] as unknown[]) : null;
  return {
    typed: Object.fromEntries(kept) as Partial<RegistrationValues>,
    registeredTo: typeof stored['registeredTo'] === 'string' ? stored['registeredTo'] : null,
    saved: saved && changeable.filter((field) => saved.includes(field)),
  };
}

/** What stands in the form: the stored values the way people write them, and over them what was typed. */
export function formValues(stored: RegistrationValues, typed: Partial<RegistrationValues>): RegistrationValues {
  const postalCode = stored.postalCode === '' ? '' : formatPostalCode(stored.postalCode, 'JP');
  return { ...stored, postalCode, ...typed };
}

export type Stored = { values: RegistrationValues; registeredTo: { serial: string } | null };
export type Edited =
  | { ok: true; values: RegistrationValues; registeredTo: string; changed: ChangedField[] }
  | { ok: false; faults: readonly FieldFault[] };

/** What would be stored if it were saved now, by the rules that the server applies as well. */
export function judgeEdit(
  stored: Stored,
  { typed, registeredTo }: Pick<EditDraft, 'typed' | 'registeredTo'>,
  asked: readonly AskedField[],
  today: string,
): Edited {
  const read = readValues({ ...stored.values, ...typed }, asked, today);
  if (!read.ok) return read;
  // What the site no longer asks for stays as it was stored.
  const values = { ...stored.values, ...Object.fromEntries(asked.map(({ field }) => [field, read.value[field]])) };
  const present = stored.registeredTo?.serial ?? '';
  const next = registeredTo === null ? present : canonicalSerial(registeredTo);
  const changed: ChangedField[] = changedFields(stored.values, values);
  return {
    ok: true,
    values,
    registeredTo: next,
    changed: next === present ? changed : [...changed, 'registeredTo'],
  };
}
