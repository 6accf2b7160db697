import type { Permission } from '../accounts/permissions.ts';

/** What programs may be told of: the names of events that are promised to stay, out of all that the log holds. */
export const eventKinds = [
  'devices.registered',
  'devices.registered-by-file',
  'devices.changed',
  'devices.replaced',
  'devices.end-reported',
  'devices.end-withdrawn',
  'devices.end-declined',
  'devices.ended',
  'devices.released',
  'devices.claim-released',
  'transfers.offered',
  'transfers.ordered',
  'transfers.accepted',
  'transfers.ended',
  'alarms.raised',
  'alarms.flapping',
  'alarms.reminder',
  'alarms.cleared',
  'alarms.acknowledged',
  'device-settings.asked',
  'device-settings.answered',
  'device-settings.changed-at-device',
  'device-settings.ended',
  'device-settings.overdue',
  'toner.low',
  'toner.refilled',
  'registration-keys.issued',
  'registration-keys.issued-by-file',
  'licences.assigned',
  'licences.placed',
  'licences.moved',
  'licences.freed',
  'licences.taken-over',
  'licences.expired',
  'licences.planned',
  'licences.plan-failed',
  'licences.plan-cancelled',
  'licences.ordered',
  'licences.passed-on',
  'licences.returned',
  'licences.refunded',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** The words with which kinds begin, with the capability that makes them and the permission without which nobody is told of them. */
export const eventWords = {
  devices: { capability: 'devices', permission: 'devices:read' },
  transfers: { capability: 'devices', permission: 'devices:read' },
  alarms: { capability: 'alarms', permission: 'alarms:read' },
  'device-settings': { capability: 'device-settings', permission: 'device-settings:read' },
  toner: { capability: 'toner', permission: 'toner:read' },
  'registration-keys': { capability: 'registration-keys', permission: 'registration-keys:read' },
  licences: { capability: 'licences', permission: 'licences:read' },
} as const satisfies Record<string, { capability: string; permission: Permission }>;
export type EventWord = keyof typeof eventWords;

/** The word with which a kind begins. */
export function wordOf(kind: EventKind): EventWord {
  return kind.split('.')[0] as EventWord;
}

/** The kinds that somebody with these permissions may be told of at a site. */
export function kindsFor(held: ReadonlySet<Permission>, site: { capabilities: Record<string, unknown> }): EventKind[] {
  return eventKinds.filter((kind) => {
    const { capability, permission } = eventWords[wordOf(kind)];
    return capability in site.capabilities && held.has(permission);
  });
}
