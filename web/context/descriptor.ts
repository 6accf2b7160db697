import type { FunctionComponent } from 'react';
import type { Language } from '../../domain/site/languages.ts';
import type { MenuEntryName } from '../../domain/site/menu.ts';
import type { OwedStep } from '../../domain/accounts/owed.ts';
import type { NeedKind } from '../../domain/needs/needs.ts';
import type { OrganizationKind, Permission } from '../../domain/accounts/permissions.ts';
import type { Site } from '../api/types.ts';
import type { TextsOf } from '../texts/texts.tsx';
import { withoutSheets } from '../texts/without-sheets.ts';
import type { DraftKind } from '../../domain/drafts/kinds.ts';
import type { IconName } from '../ui/icon.tsx';

/** A page below the site; `$organization` and the like in its path are parameters. */
export type PageEntry = {
  path: string;
  /** `visitor` pages lead on to the home page once somebody is logged in. */
  audience: 'anyone' | 'visitor' | 'logged-in';
  permission?: Permission;
  /** Where a session does what it owes; nothing else opens before. */
  owed?: OwedStep;
  /** Whether the site has a use for it; it has, when left out. */
  when?: (site: Site) => boolean;
  load: () => Promise<{ Page: FunctionComponent }>;
};

/** Words are keys of the capability's own namespace; a test holds that they are there. */
export type MenuEntry = {
  path: string;
  title: string;
  icon: IconName;
  permission: Permission;
  /** Shown only to those who hold this as well, where the page itself is open to more people. */
  also?: Permission;
  /** Whose people see it; all, when left out. One page may have another word for each. */
  kinds?: readonly OrganizationKind[];
  exact?: boolean;
  /** The capability's main page, where that is not its first entry; what a site's menu begins with by the capability's name. */
  main?: boolean;
  /** By which a site's menu names it, where that is not the capability's name. */
  named?: MenuEntryName;
  /** Only where the site's menu begins with it. */
  onlyNamed?: boolean;
  /** Whether the site has a use for it; it has, when left out. */
  when?: (site: Site) => boolean;
};
export type CardEntry = {
  path: string;
  title: string;
  text: string;
  action: string;
  icon: IconName;
  permission: Permission;
  also?: Permission;
  /** Whether the site has a use for it; it has, when left out. */
  when?: (site: Site) => boolean;
  kinds?: readonly OrganizationKind[];
};

/** What somebody began and may go on with: a line of words out of what was typed, and the page to go on at. */
export type BegunWork = { detail: string; path: string; params: Record<string, string> };

/** How a capability's drafts are offered on the home page; `read` gives null for one that is empty or finished. */
export type DraftEntry = {
  kind: DraftKind;
  title: string;
  permission: Permission;
  read: (draft: { id: string; values: Record<string, unknown> }) => Promise<BegunWork | null>;
};

/** What waits for the organization's people on the home page beside drafts, e.g. a file that was read and not confirmed. */
export type WaitingEntry = {
  title: string;
  permission: Permission;
  load: (organization: string) => Promise<(BegunWork & { id: string; at: string })[]>;
};

/**
 * A section of a device's page. `head`: what belongs to it first of all (shown after its registration, too); `body`: how it is doing, what it measured, what
 * is set on it; `foot`: what can be done with it. Those of one place stand in the order of web/capabilities.ts.
 */
export type DevicePartEntry = {
  place: 'head' | 'body' | 'foot';
  permission: Permission;
  load: () => Promise<{ Part: FunctionComponent<{ organization: string; device: string }> }>;
};

/**
 * How people choose what the list of devices shows by a column of this capability, where the choice is not the same everywhere; the value stands in
 * the address, an empty one for all.
 */
export type DeviceConditionEntry = {
  key: string;
  permission: Permission;
  load: () => Promise<{ Condition: FunctionComponent<DeviceConditionProps> }>;
};
export type DeviceConditionProps = {
  organization: string;
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
};

/** A section of the page with one's own data, below what somebody logs in with. */
export type AccountPartEntry = { permission: Permission; load: () => Promise<{ Part: FunctionComponent }> };

/**
 * How something that needs somebody is shown on the home page (P-38). Its words stand under `needs.<kind>` of the capability's namespace; who is told of
 * it stands in domain/needs, and the server says how many there are.
 */
export type NeedEntry = {
  kind: NeedKind;
  icon: IconName;
  /** Where it is acted on; a parameter beside `$organization` is the one that waits longest. */
  path: string;
  /** The conditions of the list there: it shows what was counted. */
  search?: Record<string, string>;
  /** The topic that says when it is to be counted anew. */
  live?: string;
  /** The first few of them. */
  load?: () => Promise<{ Part: FunctionComponent<{ organization: string }> }>;
};

/** What a capability brings to the shell: routes, menu and home page are built from these and nothing else. */
export type Descriptor = {
  /** The capability's word; also its namespace of texts and its name in the site's data. */
  name: string;
  /** Accounts are there on every site; anything else only where the site's data switch it on. */
  always?: boolean;
  /** The capability with which it is switched on, where that has another name. */
  partOf?: string;
  texts: TextsOf;
  /** Further namespaces its pages use. */
  moreTexts?: Record<string, TextsOf>;
  pages: readonly PageEntry[];
  menu: readonly MenuEntry[];
  cards: readonly CardEntry[];
  drafts?: readonly DraftEntry[];
  waiting?: readonly WaitingEntry[];
  needs?: readonly NeedEntry[];
  /** Arguments of the words of menu, cards and drafts, out of the site's data. */
  words?: (site: Site, language: Language) => Record<string, string>;
  deviceParts?: readonly DevicePartEntry[];
  deviceConditions?: readonly DeviceConditionEntry[];
  accountParts?: readonly AccountPartEntry[];
  /** Stands under a list of devices in which there are none: why, and what to do (P-33). */
  emptyDevices?: { permission: Permission; load: () => Promise<{ Part: FunctionComponent<{ organization: string }> }> };
  /** Stands on the login page, for who is not logged in. */
  logInPart?: { load: () => Promise<{ Part: FunctionComponent }> };
};

export function isOn(descriptor: Descriptor, capabilities: Record<string, unknown>): boolean {
  return descriptor.always === true || (descriptor.partOf ?? descriptor.name) in capabilities;
}

/** What its pages say, in the words of a site: of sheets only where some are counted. */
export function textsOf(descriptor: Descriptor, { capabilities }: Pick<Site, 'capabilities'>): Record<string, TextsOf> {
  const own = { [descriptor.name]: descriptor.texts, ...descriptor.moreTexts };
  return capabilities.counters?.sheets ? own : withoutSheets(own);
}
