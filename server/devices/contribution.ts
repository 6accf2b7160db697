import type { RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { OrganizationKind } from '../../domain/accounts/permissions.ts';
import type { Localised } from '../../domain/site/languages.ts';
import type { Params, Verdict } from '../../domain/verdict.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import type { NewEvent } from '../kernel/events.ts';
import type { Scope } from '../kernel/session.ts';
import type { RegistrationCause } from './registration/open.ts';

/** A device that becomes an organization's, in the transaction that makes it so. */
export type NewRegistration = {
  registrationId: string;
  deviceId: string;
  organizationId: string;
  serial: string;
  model: string;
  /** When it left the factory, where that is known. */
  shippedOn: string | null;
  cause: RegistrationCause;
};

/** What is kept beside a registration for the list, by key; texts that sort as people expect. */
export type Listed = Record<string, string>;

/**
 * A column that another capability brings into the list of devices, its search and its file, and into what is shown and mailed of one device. The
 * heading stands in domain/texts under `headings.devices.<key>`.
 */
export type DeviceColumn = {
  key: string;
  /** Which value of `Listed` it shows. */
  from: string;
  present(kept: string): string;
  /** What somebody typed, as the kept values any of which it may mean; a code as `<capability>/<code>` where it can be no such thing. */
  search(typed: string): Verdict<readonly string[]>;
};

/**
 * How a joined value is shown, sorted and written; a `word` is a code with its texts under `headings.device-words.<key>.<code>`, a `severity` one that
 * is drawn beside the picture of the device's kind as well.
 */
export const joinedKinds = ['text', 'code', 'day', 'instant', 'word', 'severity'] as const;

/** A choice that is not the same everywhere, such as the caller's own groups: what can be asked for, and its condition over the rows' name. */
export type JoinedChoice = { schema: z.ZodType<string>; fits(chosen: string): RawBuilder<boolean> };

/** A column out of rows that are joined. Its heading stands under `headings.devices.<key>`. */
export type JoinedColumn = {
  key: string;
  kind: (typeof joinedKinds)[number];
  /** The value in SQL, over the rows' name: text, or timestamptz for `day` and `instant`; null or empty is "not registered" and comes last. */
  value: string;
  /** By a part of the text in any width and case, by one of these codes, by what the page lets people choose, or not at all. */
  search: 'part' | readonly string[] | JoinedChoice | null;
  /** What some of those codes stand for, in SQL, where that is not the value itself. */
  meaning?: Readonly<Record<string, string>>;
  /** By what it is sorted, in SQL, where that is not the value itself. */
  sortBy?: string;
  /** Whose people see it; all, when left out. */
  kinds?: readonly OrganizationKind[];
  /** For a `word` whose codes are the site's own: what they are called there. */
  names?: (site: Site) => Readonly<Record<string, Localised>>;
  /** Where there is nothing, nothing is missing: the cell stays empty instead of "not registered". */
  mayBeEmpty?: boolean;
};

/**
 * Rows of a published view beside each device. They are joined only where a column of theirs is sorted by or searched; else they are looked up for
 * the devices that are shown. So they may change without anybody telling the list.
 */
export type Joined = {
  /** Under which its columns speak of the rows; no other's. */
  name: string;
  /** At most one row for the registration `r` of the query around it: r.site_id, r.id, r.device_id, r.organization_id. */
  rows(scope: Scope, site: Site): RawBuilder<unknown>;
  columns: readonly JoinedColumn[];
};

/** A device that takes a broken one's place; the registration of the new one is open already. */
export type Exchange = {
  oldDeviceId: string;
  oldRegistrationId: string;
  deviceId: string;
  registrationId: string;
  organizationId: string;
  model: string;
};

/** A device that leaves an organization, or goes out of use there; `to`: whose it becomes. */
export type Leaving = { deviceId: string; organizationId: string; to: string | null };

/** What speaks against a device becoming an organization's; `code` is `<capability>/<code>`. */
export type Objection = { code: string; params?: Params };

/** Devices that are to become an organization's, which `devices` itself has nothing against; `from`: whose they are today. */
export type Wish = {
  organizationId: string;
  from: string | null;
  cause: RegistrationCause;
  devices: readonly { deviceId: string; model: string }[];
};

type Around = { app: App; tx: Tx; site: Site; scope: Scope };

/** What a capability adds to devices; it stands in its descriptor. */
export type DeviceContribution = {
  columns?: readonly DeviceColumn[];
  joined?: readonly Joined[];
  /**
   * What is kept beside new registrations, by registration ID; may write rows of its own, about devices. A throw stops the
   * registration, and nothing is half done.
   */
  registering?(
    app: App,
    tx: Tx,
    site: Site,
    scope: Scope,
    devices: readonly NewRegistration[],
  ): Promise<ReadonlyMap<string, Listed>>;
  /**
   * What speaks against devices becoming an organization's, for each in their order. With `lock` what it counted holds until the end of the
   * transaction.
   */
  judging?(around: Around, wish: Wish, lock: boolean): Promise<readonly (Objection | null)[]>;
  /** Codes of what may speak against it. */
  objections?: readonly string[];
  /** What it does once devices are an organization's, and its events. */
  registered?(around: Around, devices: readonly NewRegistration[]): Promise<NewEvent[]>;
  /** Ends what it knows of a device's use there, in the same transaction, and says its events. */
  leaving?(around: Around, device: Leaving): Promise<NewEvent[]>;
  /** Has what it knows of a device go on with the one that takes its place (P-32), in the same transaction; its events. */
  replacing?(app: App, tx: Tx, site: Site, scope: Scope, exchange: Exchange): Promise<NewEvent[]>;
  /** Who got a device lets these dealers go on to look after it; dealers who had it before and nobody else (P-31). */
  dealersKept?: DealersKept;
};

type DealersKept = (
  around: { tx: Tx; site: Site; scope: Scope },
  device: OwnedSpan,
  dealerIds: readonly string[],
) => Promise<NewEvent[]>;
export type OwnedSpan = { organizationId: string; registrationId: string };

/** The contributions of all capabilities, each with the capability's name; those that are not optional hold at every site. */
export type Contributions = readonly { capability: string; optional: boolean; contribution: DeviceContribution }[];

/** Those of the capabilities that a site has switched on. */
export function contributionsAt(site: Site, all: Contributions): DeviceContribution[] {
  return all.flatMap(({ capability, optional, contribution }) =>
    !optional || capability in site.capabilities ? [contribution] : [],
  );
}

export function columnsAt(site: Site, all: Contributions): DeviceColumn[] {
  return contributionsAt(site, all).flatMap(({ columns = [] }) => columns);
}

/** Codes of what the capabilities may have against a device becoming an organization's. */
export function objectionsOf(all: Contributions): string[] {
  return all.flatMap(({ contribution }) => contribution.objections ?? []);
}

/** The first of what the site's capabilities have against each of these devices. */
export async function judgedBy(
  around: Around,
  all: Contributions,
  wish: Wish,
  lock: boolean,
): Promise<(Objection | null)[]> {
  const found: (Objection | null)[] = wish.devices.map(() => null);
  for (const contribution of contributionsAt(around.site, all)) {
    const some = (await contribution.judging?.(around, wish, lock)) ?? [];
    some.forEach((one, at) => (found[at] ??= one));
  }
  return found;
}

/** A device leaves an organization or goes out of use there: what the site's capabilities knew of it ends. */
export async function leave(around: Around, all: Contributions, device: Leaving): Promise<NewEvent[]> {
  const events: NewEvent[] = [];
  for (const contribution of contributionsAt(around.site, all))
    events.push(...((await contribution.leaving?.(around, device)) ?? []));
  return events;
}

/** The contributed values of a device as people see them, by key of the column. */
export function presentListed(columns: readonly DeviceColumn[], listed: unknown): Record<string, string | null> {
  const kept = listed as Listed;
  return Object.fromEntries(
    columns.map((column) => {
      const value = kept[column.from];
      return [column.key, value === undefined ? null : column.present(value)];
    }),
  );
}
