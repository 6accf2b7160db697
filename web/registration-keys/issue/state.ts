import { normaliseCode } from '../../../domain/identifiers/code.ts';
import { parseDeviceId } from '../../../domain/identifiers/device-id.ts';
import { shownCharacters } from '../../../domain/identifiers/single-line.ts';
import { parseKey, parseRegistrationId } from '../../../domain/registration-keys/key.ts';
import type { Category, Issued } from '../../api/types.ts';
import type { IssueRequest } from '../requests.ts';

export const stepIds = ['category', 'device', 'activation-keys', 'review', 'keys'] as const;
export type StepId = (typeof stepIds)[number];

export const lineMax = 50;

export type Entry = { number: string; registrationId: string };
export type MailWish = { wanted: boolean; first: string; second: string; subject: string };

/** What the wizard keeps on the server. IDs and numbers are kept as typed, box by box, so that a reload changes nothing. */
export type IssueDraft = {
  category: string;
  deviceId: string;
  lines: [string, string];
  /** The device ID that was confirmed; another one has to be confirmed again. */
  confirmed: string;
  entries: Entry[];
  /** The entries that passed the check of step 3, so that a change has to pass it again. */
  checked: string;
  /** Null until the person changes what is proposed. */
  mail: MailWish | null;
  /** Idempotency-Key of the issue and what it stands for, stored before it is sent: after a crash the same can be asked again. */
  attempt: { key: string; of: string } | null;
  issued: Issued | null;
};

export const emptyEntry: Entry = { number: '', registrationId: '' };

export function emptyIssue(category = ''): IssueDraft {
  return {
    category,
    deviceId: '',
    lines: ['', ''],
    confirmed: '',
    entries: [emptyEntry],
    checked: '',
    mail: null,
    attempt: null,
    issued: null,
  };
}

export function readIssueDraft(stored: Record<string, unknown>): IssueDraft {
  return { ...emptyIssue(), ...stored };
}

/** The device ID in its stored form, or null while it is not complete. */
export function deviceIdOf(draft: IssueDraft, category: Category | undefined): string | null {
  const verdict = category && parseDeviceId(draft.deviceId, category.idFormat);
  return verdict?.ok ? verdict.value : null;
}

/** The steps that may be opened: each needs what the ones before it ask. Once issued, only the keys remain. */
export function openSteps(draft: IssueDraft, category: Category | undefined): StepId[] {
  if (draft.issued) return ['keys'];
  const deviceId = deviceIdOf(draft, category);
  const open: StepId[] = ['category'];
  if (!category?.issuedHere) return open;
  open.push('device');
  if (deviceId === null || draft.confirmed !== deviceId) return open;
  open.push('activation-keys');
  if (draft.checked === '' || draft.checked !== fingerprint(deviceId, draft.entries)) return open;
  open.push('review');
  return open;
}

export function fingerprint(deviceId: string, entries: readonly Entry[]): string {
  return JSON.stringify([
    deviceId,
    entries.map(({ number, registrationId }) => [plain(number), plain(registrationId)]),
  ]);
}

export function requestOf(draft: IssueDraft, deviceId: string): IssueRequest {
  const activationKeys = draft.entries.map(({ number, registrationId }) => ({
    number: plain(number),
    registrationId: plain(registrationId),
  }));
  return { category: draft.category, deviceId, activationKeys };
}

/** The same for every writing of one code. */
function plain(code: string): string {
  return normaliseCode(code)
    .replace(/[^0-9A-Za-z]/gu, '')
    .toUpperCase();
}

export type EntryFault = { index: number; part: keyof Entry; code: string; params?: Record<string, string | number> };

/** Format and repetition only; whether a key exists and fits is the server's to say (K-03.3). */
export function checkEntries(entries: readonly Entry[], registrationIdDigits: number): EntryFault[] {
  const seen = new Set<string>();
  return entries.flatMap((entry, index) => {
    const faults: EntryFault[] = [];
    const number = parseKey(entry.number);
    const registrationId = parseRegistrationId(entry.registrationId, registrationIdDigits);
    if (!number.ok)
      faults.push({
        index,
        part: 'number',
        code: `identifiers/${number.code}`,
        ...(number.params && { params: number.params }),
      });
    else if (seen.has(number.value)) faults.push({ index, part: 'number', code: 'registration-keys/repeated-number' });
    else seen.add(number.value);
    if (!registrationId.ok) {
      faults.push({
        index,
        part: 'registrationId',
        code: `identifiers/${registrationId.code}`,
        ...(registrationId.params && { params: registrationId.params }),
      });
    }
    return faults;
  });
}

/** Where a fault of the server stands: a pointer is `/activationKeys/2/number`. */
export function entryOfPointer(pointer: string): { index: number; part: keyof Entry } | null {
  const found = /^\/activationKeys\/(\d+)(?:\/(number|registrationId))?$/.exec(pointer);
  return found ? { index: Number(found[1]), part: found[2] === 'registrationId' ? 'registrationId' : 'number' } : null;
}

export function lineIsTooLong(line: string): boolean {
  return shownCharacters(line.trim()) > lineMax;
}
