import { useLocale, useTranslations } from 'use-intl';
import type { OrganizationKind } from '../../domain/accounts/permissions.ts';
import type { NeedKind } from '../../domain/needs/needs.ts';
import type { Session, Site } from '../api/types.ts';
import { capabilities } from '../capabilities.ts';
import {
  isOn,
  type CardEntry,
  type Descriptor,
  type DraftEntry,
  type MenuEntry,
  type NeedEntry,
  type WaitingEntry,
} from '../context/descriptor.ts';
import { useSite } from '../context/site.ts';

type Offer<E> = { capability: string; entry: E };

function offers<E extends { permission: string; also?: string; kinds?: readonly OrganizationKind[] }>(
  site: Site,
  session: Session,
  of: (descriptor: Descriptor) => readonly E[],
): Offer<E>[] {
  const on = capabilities.filter((descriptor) => isOn(descriptor, site.capabilities));
  return on.flatMap((descriptor) =>
    of(descriptor).flatMap((entry) =>
      [entry.permission, entry.also ?? entry.permission].every((one) =>
        session.permissions.some((own) => own === one),
      ) &&
      (entry.kinds?.includes(session.organization.kind) ?? true)
        ? [{ capability: descriptor.name, entry }]
        : [],
    ),
  );
}

type MenuOffers = { first: Offer<MenuEntry>[]; rest: Offer<MenuEntry>[] };

/**
 * What the menu offers: the site's capabilities, cut down to what this person may do; what the site's data name for such people comes first, in
 * their order (E-13).
 */
export function menuOffers(site: Site, session: Session): MenuOffers {
  const all = offers(site, session, (descriptor) => descriptor.menu).filter(({ entry }) => entry.when?.(site) ?? true);
  const first = site.menu[session.organization.kind].flatMap((name) => {
    const own = all.filter(({ capability, entry }) => capability === name && !entry.named);
    return all.find(({ entry }) => entry.named === name) ?? own.find(({ entry }) => entry.main) ?? own[0] ?? [];
  });
  const known = new Set(first.map(({ entry }) => entry.path));
  const rest = all.filter(({ entry }) => !known.has(entry.path) && !entry.onlyNamed);
  return { first, rest };
}

export function cardOffers(site: Site, session: Session): Offer<CardEntry>[] {
  return offers(site, session, (descriptor) => descriptor.cards).filter(({ entry }) => entry.when?.(site) ?? true);
}

export function draftOffers(site: Site, session: Session): Offer<DraftEntry>[] {
  return offers(site, session, (descriptor) => descriptor.drafts ?? []);
}

export function waitingOffers(site: Site, session: Session): Offer<WaitingEntry>[] {
  return offers(site, session, (descriptor) => descriptor.waiting ?? []);
}

/** How a need is shown, where the site offers it. */
export function needEntry(site: Site, kind: NeedKind): Offer<NeedEntry> | undefined {
  return needEntries(site).find(({ entry }) => entry.kind === kind);
}

export function needEntries(site: Site): Offer<NeedEntry>[] {
  const on = capabilities.filter((descriptor) => isOn(descriptor, site.capabilities));
  return on.flatMap(({ name, needs = [] }) => needs.map((entry) => ({ capability: name, entry })));
}

/** Words of a descriptor by their key; that they exist is held by a test, not by the compiler. */
export function useOfferWords(): (capability: string, key: string) => string {
  const t = useTranslations() as unknown as (key: string, params?: Record<string, string>) => string;
  const site = useSite();
  const language = useLocale();
  return (capability, key) => {
    const descriptor = capabilities.find(({ name }) => name === capability);
    return t(`${capability}.${key}`, descriptor?.words?.(site, language));
  };
}
