import { parseMailAddress } from '../identifiers/mail-address.ts';
import { parseText } from '../identifiers/single-line.ts';
import { parseBody } from '../notices/text.ts';
import type { Params, Verdict } from '../verdict.ts';
import type { RequestKind, RequestState } from './kinds.ts';

const dayMs = 24 * 60 * 60 * 1000;
export const nameCharactersMax = 80;
export const aboutCharactersMax = 80;

/** How often an hour a user may ask; somebody without login from one network address; and all of those together at a site. */
export const askedPerHour = { user: 20, address: 5, strangers: 60 } as const;

export type AskedFault = { field: string; code: string; params?: Params };
/** What everybody types. `about` says in their words which device, key or licence it is. */
export type Asked = { kind: RequestKind; about: string; text: string };
/** What those type beside it whom nobody knows. */
export type AskedBy = { name: string; mail: string; organization: string };

function collect<T extends Record<string, string>>(verdicts: Record<string, Verdict<string>>): Read<T> {
  const faults: AskedFault[] = [];
  const values: Record<string, string> = {};
  for (const [field, verdict] of Object.entries(verdicts)) {
    if (verdict.ok) values[field] = verdict.value;
    else faults.push({ field, code: `identifiers/${verdict.code}`, ...(verdict.params && { params: verdict.params }) });
  }
  return { values: values as T, faults };
}

type Read<T> = { values: T; faults: AskedFault[] };

/** Reads what was typed into the form; every fault stands at its field. */
export function readAsked(typed: Asked, offered: readonly RequestKind[]): Read<Asked> {
  const { values, faults } = collect<Asked>({
    about: parseText(typed.about, { max: aboutCharactersMax }),
    text: parseBody(typed.text),
  });
  if (!offered.includes(typed.kind)) faults.unshift({ field: 'kind', code: 'contact-requests/kind-not-offered' });
  return { values: { ...values, kind: typed.kind }, faults };
}

/** Reads who asks, of somebody who is not logged in; an organization is not for everybody. */
export function readAskedBy(typed: AskedBy): Read<AskedBy> {
  return collect<AskedBy>({
    name: parseText(typed.name, { min: 1, max: nameCharactersMax }),
    mail: parseMailAddress(typed.mail),
    organization: parseText(typed.organization, { max: nameCharactersMax }),
  });
}

/**
 * Whether an address may be sent another acknowledgement: one a day, however often somebody types it into the form, so that the form is of no use for
 * filling other people's mailboxes.
 */
export function mayAcknowledge(before: readonly Date[], now: Date): boolean {
  return !before.some((at) => now.getTime() - at.getTime() < dayMs);
}

/** Until when a request is kept: while it is open, as long as that lasts. */
export function keptUntil(state: RequestState, settledAt: Date | null, keptDays: number): Date | null {
  return state === 'open' || !settledAt ? null : new Date(settledAt.getTime() + keptDays * dayMs);
}

/** A text as others quote it in a mail: nobody takes it for words of the mail itself. */
export function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}
