import { tooLateFor } from '../../../domain/licences/too-late.ts';
import type { BegunWork } from '../../context/descriptor.ts';
import type { NewAssignment, NewPlan } from './requests.ts';

/** Where it began: devices for which licences of a type are set aside. */
export type Meant = { type: string; devices: readonly string[] };

/** What is typed on the way to an assignment. */
export type AssignDraft = {
  /** How many of each type and term, as typed, by `lineKey`. */
  quantities: Record<string, string>;
  meant: Meant | null;
  customer: { id: string; name: string; address: string } | null;
  /** Nothing before somebody chose: then what loses no day is proposed. */
  when: '' | 'now' | 'best' | 'day';
  day: string;
  /** The key under which it was sent, kept so that a repeat assigns nothing twice. */
  key: string;
  /** What came of it; then the steps before do not open again. */
  done: '' | 'assigned' | 'planned';
  /** The day it was planned for. */
  plannedFor: string;
};

export const emptyAssign: AssignDraft = {
  quantities: {},
  meant: null,
  customer: null,
  when: '',
  day: '',
  key: '',
  done: '',
  plannedFor: '',
};

export const lineKey = (type: string, termMonths: number): string => `${termMonths} ${type}`;

export type Line = { type: string; termMonths: number; quantity: number; devices: string[] };

/** What was typed as lines, in the order of their keys; devices that licences are meant for go to the first lines of their type. Nothing typed is no line. */
export function linesOf({ quantities, meant }: Pick<AssignDraft, 'quantities' | 'meant'>): Line[] {
  let left = [...(meant?.devices ?? [])];
  return Object.entries(quantities)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([key, typed]) => {
      const quantity = readQuantity(typed);
      if (quantity === null || quantity === 0) return [];
      const [months = '', ...type] = key.split(' ');
      const line = { type: type.join(' '), termMonths: Number(months), quantity };
      if (line.type !== meant?.type) return [{ ...line, devices: [] }];
      const devices = left.slice(0, quantity);
      left = left.slice(quantity);
      return [{ ...line, devices }];
    });
}

/** A whole number as people type it; 0 for nothing, null for anything else. */
export function readQuantity(typed: string): number | null {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return 0;
  return /^\d{1,7}$/.test(text) ? Number(text) : null;
}

/** Makes sense of what is stored; anything else is as if it were empty. */
export function readAssign(stored: Record<string, unknown>): AssignDraft {
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const { quantities, meant, customer } = stored as { quantities?: unknown; meant?: unknown; customer?: unknown };
  return {
    quantities: Object.fromEntries(
      Object.entries(recordOf(quantities)).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
    ),
    meant: readMeant(recordOf(meant)),
    customer: readCustomer(recordOf(customer)),
    when: (['now', 'best', 'day'] as const).find((one) => one === stored['when']) ?? '',
    day: text(stored['day']),
    key: text(stored['key']),
    done: (['assigned', 'planned'] as const).find((one) => one === stored['done']) ?? '',
    plannedFor: text(stored['plannedFor']),
  };
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function readMeant({ type, devices }: Record<string, unknown>): Meant | null {
  if (typeof type !== 'string' || !Array.isArray(devices)) return null;
  return { type, devices: devices.filter((one): one is string => typeof one === 'string') };
}

function readCustomer({ id, name, address }: Record<string, unknown>): AssignDraft['customer'] {
  const whole = typeof id === 'string' && typeof name === 'string' && typeof address === 'string';
  return whole ? { id, name, address } : null;
}

/** As it is sent; null as long as no customer is chosen. */
export function toAssignment(values: AssignDraft): NewAssignment | null {
  return values.customer && { customer: values.customer.id, lines: linesOf(values) };
}

/** `tooLate`: of how many devices was agreed that their licence ends before that day. */
export function toPlan(values: AssignDraft, bestDay: string | null, tooLate: number): NewPlan | null {
  const wish = toAssignment(values);
  return wish && { ...wish, day: values.when === 'best' ? (bestDay ?? '') : values.day, tooLate };
}

const dayShape = /^\d{4}-\d{2}-\d{2}$/;

/** The devices for which a plan on the day that is typed comes too late; none as long as that is no day. */
export function lateDevices<D extends { lastDay: string }>(
  { when, day }: Pick<AssignDraft, 'when' | 'day'>,
  devices: readonly D[],
) {
  const typed = day.normalize('NFKC').trim();
  return when === 'day' && dayShape.test(typed) ? tooLateFor(devices, typed) : [];
}

export const assignSteps = ['licences', 'customer', 'check', 'done'] as const;
export type AssignStep = (typeof assignSteps)[number];

/** The step that can be shown: none before what it needs is there, the furthest where none is named, and the last alone once it is done. */
export function stepFor(wished: string | undefined, values: AssignDraft): AssignStep {
  if (values.done) return 'done';
  const ready: AssignStep = linesOf(values).length === 0 ? 'licences' : values.customer ? 'check' : 'customer';
  const step = assignSteps.find((one) => one === wished) ?? ready;
  return assignSteps.indexOf(step) < assignSteps.indexOf(ready) ? step : ready;
}

/** An assignment that was begun and is not done; null for one in which nothing is chosen yet. */
export function begunAssignment({ id, values }: { id: string; values: Record<string, unknown> }): BegunWork | null {
  const draft = readAssign(values);
  if (draft.done || linesOf(draft).length === 0) return null;
  const step = draft.customer ? 'check' : 'customer';
  const detail = draft.customer?.name ?? '';
  return { detail, path: '/o/$organization/licences/assign/$draft/$step', params: { draft: id, step } };
}
