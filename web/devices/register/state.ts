import { noValues, registrationFields, type RegistrationValues } from '../../../domain/devices/fields.ts';

export const stepIds = ['form', 'confirm', 'done'] as const;
export type StepId = (typeof stepIds)[number];

/** What the wizard keeps on the server, as it was typed. */
export type RegisterDraft = {
  serial: string;
  claimCode: string;
  /** The serial number of the device with which this one is used. */
  registeredTo: string;
  values: RegistrationValues;
  /** What was typed when the server last found nothing wrong with it; another text has to be looked at again. */
  reviewed: string;
  /** Idempotency-Key of the registration and what it stands for: after a crash the same can be asked again. */
  attempt: { key: string; of: string } | null;
  /** The registered device; then the steps before do not open again. */
  registered: Registered | null;
};

export type Registered = { device: string; serial: string; model: string; warrantyUntil: string };

export const emptyRegistration: RegisterDraft = {
  serial: '',
  claimCode: '',
  registeredTo: '',
  values: noValues,
  reviewed: '',
  attempt: null,
  registered: null,
};

/** Makes sense of what is stored; what is not as it should be is as if it were empty. */
export function readRegisterDraft(stored: Record<string, unknown>): RegisterDraft {
  const values = isRecord(stored['values']) ? stored['values'] : {};
  return {
    serial: textOf(stored['serial']),
    claimCode: textOf(stored['claimCode']),
    registeredTo: textOf(stored['registeredTo']),
    values: valuesOf(values),
    reviewed: textOf(stored['reviewed']),
    attempt: textsOf(stored['attempt'], ['key', 'of']),
    registered: textsOf(stored['registered'], ['device', 'serial', 'model', 'warrantyUntil']),
  };
}

/** The fields of the catalogue out of what was kept; what is missing is empty. */
export function valuesOf(kept: Record<string, unknown>): RegistrationValues {
  return { ...noValues, ...Object.fromEntries(registrationFields.map((field) => [field, textOf(kept[field])])) };
}

export type RegisterRequest = { serial: string; claimCode?: string; registeredTo?: string; values: RegistrationValues };

/** What is asked of the server; what was left empty is left out. */
export function requestOf({ serial, claimCode, registeredTo, values }: RegisterDraft): RegisterRequest {
  return {
    serial,
    ...(claimCode.trim() !== '' && { claimCode }),
    ...(registeredTo.trim() !== '' && { registeredTo }),
    values,
  };
}

/** The steps that may be opened: nothing is confirmed that was not looked at. Once registered, only the result remains. */
export function openSteps(draft: RegisterDraft): StepId[] {
  if (draft.registered) return ['done'];
  const isReviewed = draft.reviewed !== '' && draft.reviewed === JSON.stringify(requestOf(draft));
  return isReviewed ? ['form', 'confirm'] : ['form'];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** An object of texts, or null when one of them is missing. */
function textsOf<K extends string>(value: unknown, keys: readonly K[]): Record<K, string> | null {
  if (!isRecord(value) || keys.some((key) => typeof value[key] !== 'string')) return null;
  return Object.fromEntries(keys.map((key) => [key, textOf(value[key])])) as Record<K, string>;
}
