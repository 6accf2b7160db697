import { fail, pass, type Verdict } from '../verdict.ts';
import type { ProtocolCode } from './codes.ts';
import { isDepartment } from '../departments/department.ts';
import { codeCharactersMax, departmentsMax, sequenceMax, statesMax, textCharactersMax, valuesMax } from './limits.ts';
import type { UpKind } from './topics.ts';

export type Value = number | boolean | string;
export type Values = Record<string, Value>;

/** What a device counted for one department. */
export type DepartmentCounters = { department: string; values: Record<string, number> };

/** What a message says, by the topic it came on. */
export type Body =
  /** Measured values by code of the metric. */
  | { kind: 'telemetry'; values: Values }
  /** Every state that is in force now, by code; none is "all well". */
  | { kind: 'status'; states: string[] }
  /** One thing that happened, by code; `on` says whether something began or ended, null for what has no length. */
  | { kind: 'events'; event: string; on: boolean | null; text: string | null }
  /** Counters by code: whole numbers that only grow; those of single departments where the device counts by department. */
  | { kind: 'counters'; values: Record<string, number>; departments?: DepartmentCounters[] }
  /** Settings in force; `version` answers that of `desired`, null when somebody changed them at the device. */
  | { kind: 'reported'; version: number | null; values: Values; refused: string[] }
  | { kind: 'hello'; firmware: string | null; versions: number[] }
  | { kind: 'time' };

type Fields = Record<string, unknown>;
type Read = Verdict<Body, ProtocolCode>;

const readers: Record<UpKind, (fields: Fields) => Read> = {
  telemetry: ({ values }) => readValues(values, isValue, (read) => ({ kind: 'telemetry', values: read })),
  counters: ({ values, departments }) => readCounters(values, departments),
  status: ({ states }) => (isCodes(states) ? pass({ kind: 'status', states }) : fail('body-wrong')),
  events: ({ event, on = null, text = null }) =>
    isCode(event) && (on === null || typeof on === 'boolean') && (text === null || isText(text))
      ? pass({ kind: 'events', event, on, text })
      : fail('body-wrong'),
  reported: ({ version = null, values = {}, refused = [] }) =>
    (version === null || isCount(version)) && isCodes(refused)
      ? readValues(values, isValue, (read) => ({ kind: 'reported', version, values: read, refused }))
      : fail('body-wrong'),
  hello: ({ firmware = null, versions = [] }) =>
    (firmware === null || isText(firmware)) && isVersions(versions)
      ? pass({ kind: 'hello', firmware, versions })
      : fail('body-wrong'),
  time: () => pass({ kind: 'time' }),
};

/** Reads the fields that belong to one kind of message; others are left alone. */
export function readBody(kind: UpKind, fields: Fields): Read {
  return readers[kind](fields);
}

function readValues<T extends Value>(
  values: unknown,
  fits: (value: unknown) => value is T,
  make: (values: Record<string, T>) => Body,
): Read {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return fail('values-wrong');
  const names = Object.keys(values);
  if (names.length > valuesMax) return fail('too-many-values');
  // Without a prototype, so that no name means anything but a name.
  const read = Object.create(null) as Record<string, T>;
  for (const name of names) {
    const value: unknown = (values as Fields)[name];
    // "Not measured just now" is no fault.
    if (value === null) continue;
    if (name.length > codeCharactersMax || !fits(value)) return fail('values-wrong');
    read[name] = value;
  }
  return pass(make(read));
}

/** A message that names no department stands as it did before there were any, so that one sent again is known. */
function readCounters(values: unknown, departments: unknown): Read {
  const whole = readValues(values, isCount, (read) => ({ kind: 'counters', values: read }));
  if (!whole.ok || departments === undefined || whole.value.kind !== 'counters') return whole;
  if (!Array.isArray(departments)) return fail('body-wrong');
  if (departments.length > departmentsMax) return fail('too-many-values');
  const read: DepartmentCounters[] = [];
  for (const one of departments as unknown[]) {
    const { department, values: own } = (typeof one === 'object' && one !== null ? one : {}) as Fields;
    if (!isDepartment(department) || read.some((other) => other.department === department)) return fail('body-wrong');
    const counted = readValues(own, isCount, (found) => ({ kind: 'counters', values: found }));
    if (!counted.ok) return counted;
    if (counted.value.kind === 'counters') read.push({ department, values: counted.value.values });
  }
  return pass({ ...whole.value, departments: read });
}

function isValue(value: unknown): value is Value {
  return typeof value === 'number' ? Number.isFinite(value) : typeof value === 'boolean' || isText(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= sequenceMax;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= textCharactersMax && !value.includes('\0');
}

function isCode(value: unknown): value is string {
  return isText(value) && value.length > 0 && value.length <= codeCharactersMax;
}

function isCodes(value: unknown): value is string[] {
  return Array.isArray(value) && value.length <= statesMax && value.every(isCode);
}

function isVersions(value: unknown): value is number[] {
  return Array.isArray(value) && value.length <= statesMax && value.every(isCount);
}
