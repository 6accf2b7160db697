import { v7 } from 'uuid';

/** What stands before an ID outside the database, so that a log line or an address says what it names. */
export const idPrefixes = {
  organization: 'org',
  user: 'usr',
  signUp: 'sgn',
  session: 'ses',
  passkey: 'psk',
  draft: 'drf',
  import: 'imp',
  notice: 'ntc',
  maintenanceWindow: 'mwd',
  event: 'evt',
  batch: 'bat',
  delivery: 'dlv',
  invitation: 'inv',
  grant: 'grt',
  acting: 'act',
  handOver: 'hnd',
  device: 'dev',
  registration: 'reg',
  transfer: 'trf',
  endReport: 'eor',
  deviceCredential: 'crd',
  deviceGroup: 'grp',
  settingChange: 'stc',
  maintenanceAddress: 'mad',
  alarm: 'alm',
  maintenanceLink: 'mln',
  licence: 'lic',
  licenceAssignment: 'las',
  licencePlan: 'lpl',
  licenceOrder: 'lor',
  licencePassing: 'lps',
  licenceRefund: 'lrf',
  apiKey: 'key',
  webhook: 'whk',
  mail: 'mal',
  contactRequest: 'crq',
  mailing: 'mlg',
} as const;

export type IdKind = keyof typeof idPrefixes;

const uuidPattern = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** A new UUIDv7: sorts by the instant it was made. */
export function newId(): string {
  return v7();
}

/** No ID that was made at this instant or later sorts before it. */
export function earliestId(instant: Date): string {
  return v7({ msecs: instant.getTime(), seq: 0, random: new Uint8Array(16) });
}

export function outsideId(kind: IdKind, uuid: string): string {
  return `${idPrefixes[kind]}_${uuid}`;
}

export function outsideIdPattern(kind: IdKind): RegExp {
  return new RegExp(`^${idPrefixes[kind]}_${uuidPattern}$`);
}

/** The UUID inside an outside ID that has passed its schema. */
export function insideId(outside: string): string {
  return outside.slice(outside.indexOf('_') + 1);
}
