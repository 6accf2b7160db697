import { isAgreedTo } from '../../domain/accounts/owed.ts';
import { civilDay } from '../../domain/site/civil-day.ts';
import { versionInForce } from '../../domain/site/documents.ts';
import type { Language } from '../../domain/site/languages.ts';
import type { Site, SiteDocument } from '../kernel/app.ts';

/** The version of a document that counts today in the site's zone; null when none does yet. */
export function currentVersion(site: Site, name: string, now: Date): string | null {
  const versions = site.documents.filter((document) => document.name === name).map((document) => document.version);
  return versionInForce(versions, civilDay(now, site.timeZone));
}

/** A document as it counts today, in the wished language or else the site's first. */
export function currentDocument(site: Site, name: string, language: Language, now: Date): SiteDocument | null {
  const version = currentVersion(site, name, now);
  const inForce = site.documents.filter((document) => document.name === name && document.version === version);
  return inForce.find((document) => document.language === language) ?? inForce[0] ?? null;
}

/** A document in a version that counts or once did; what is still to come is not shown before its day. */
export function earlierDocument(
  site: Site,
  name: string,
  version: string,
  language: Language,
  now: Date,
): SiteDocument | null {
  if (version > civilDay(now, site.timeZone)) return null;
  const found = site.documents.filter((document) => document.name === name && document.version === version);
  return found.find((document) => document.language === language) ?? found[0] ?? null;
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

/** What a person must have agreed to before an account comes to be. */
export function documentsToAgree(site: Site, now: Date): Agreement[] {
  return site.documentsMet
    .filter(({ met }) => met === 'before-form' || met === 'before-password')
    .flatMap(({ name }) => {
      const version = currentVersion(site, name, now);
      return version ? [{ document: name, version }] : [];
    });
}
