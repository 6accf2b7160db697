import accounts from '../texts/en/events/accounts.ts';
import devices from '../texts/en/events/devices.ts';
import files from '../texts/en/events/files.ts';
import keys from '../texts/en/events/keys.ts';
import licences from '../texts/en/events/licences.ts';
import organizations from '../texts/en/events/organizations.ts';
import reports from '../texts/en/events/reports.ts';
import site from '../texts/en/events/site.ts';

const catalogue = { accounts, organizations, devices, reports, keys, licences, files, site } as const;
type Catalogue = typeof catalogue;

export type EventArea = keyof Catalogue;
export const eventAreas = Object.keys(catalogue) as EventArea[];

type KindsOf<G> = { [K in keyof G]: `${K & string}.${keyof G[K] & string}` }[keyof G];

/** What can be recorded: an event whose kind has no sentence in the catalogue does not compile. */
export type EventKind = { [A in EventArea]: KindsOf<Catalogue[A]> }[EventArea];

/** The kinds of an area of the log, in the order of the catalogue. */
export function eventKindsOf(area: EventArea): EventKind[] {
  return Object.entries(catalogue[area]).flatMap(([group, names]) =>
    Object.keys(names).map((name) => `${group}.${name}` as EventKind),
  );
}

export const eventKinds: readonly EventKind[] = eventAreas.flatMap(eventKindsOf);
