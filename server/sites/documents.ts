import { isAgreedTo } from '../../domain/accounts/owed.ts';
import type { SignUp } from '../../domain/accounts/policy.ts';
import { documentsAt } from '../../domain/accounts/terms.ts';
import { civilDay } from '../../domain/site/civil-day.ts';
import { shownVersions, versionInForce, type DocumentName } from '../../domain/site/documents.ts';
import type { Language } from '../../domain/site/languages.ts';
import type { Site, SiteDocument } from '../kernel/app.ts';

/** The version of a document that counts today in the site's zone; null when none does yet. */
export function currentVersion(site: Site, name: string, now: Date): string | null {
  const versions = site.documents.filter((document) => document.name === name).map((document) => document.version);
  return versionInForce(versions, civilDay(now, site.timeZone));
}

/** The versions that count or counted until today, the newest first. */
export function readableVersions(site: Site, name: string, now: Date): string[] {
  const versions = site.documents.filter((document) => document.name === name).map((document) => document.version);
  return shownVersions(versions, civilDay(now, site.timeZone));
}

/** A document in the version asked for, else as it counts today; in the wished language or else the site's first. */
export function readableDocument(
  site: Site,
  name: string,
  wished: { language: Language; version?: string | undefined },
  now: Date,
): SiteDocument | null {
  const version = wished.version ?? currentVersion(site, name, now);
  if (!version || !readableVersions(site, name, now).includes(version)) return null;
  const there = site.documents.filter((document) => document.name === name && document.version === version);
  return there.find((document) => document.language === wished.language) ?? there[0] ?? null;
}

/** The documents that people agree to, in the versions that count at an instant. */
export function documentsForPeople(site: Site, at: Date): Agreement[] {
  const today = civilDay(at, site.timeZone);
  const names = new Set(site.documentsMet.filter(({ met }) => isAgreedTo(met)).map(({ name }) => name));
  return [...names].flatMap((name) => {
    const versions = site.documents.filter((document) => document.name === name).map((document) => document.version);
    const version = versionInForce(versions, today);
    return version ? [{ document: name, version }] : [];
  });
}

export type Agreement = { document: string; version: string };

export type ToAgree = { document: DocumentName; version: string };

/** The documents that are agreed to at one place of a way to an account, in the versions that count at an instant. */
export function documentsToAgree(
  site: Site,
  { steps }: Pick<SignUp, 'steps'>,
  place: 'form' | 'password',
  at: Date,
): ToAgree[] {
  return documentsAt(site.documentsMet, steps, place).flatMap((name) => {
    const version = currentVersion(site, name, at);
    return version ? [{ document: name, version }] : [];
  });
}
