import type { Language } from './languages.ts';

/** Documents of a site (details.md, P-03); each is a folder of the site with one Markdown file per version and language. */
export const documentNames = [
  'terms',
  'privacy-consent',
  'privacy-policy',
  'cookie-notice',
  'cookie-policy',
  'manual',
] as const;
export type DocumentName = (typeof documentNames)[number];

/** `linked`: nobody has to meet it; it is there to be opened (policies, the manual). */
export const documentMeetings = [
  'before-login-page',
  'before-form',
  'before-password',
  'after-first-login',
  'linked',
] as const;
export type DocumentMeeting = (typeof documentMeetings)[number];

export type DocumentFile = { document: DocumentName; version: string; language: Language };

/**
 * Reads a path inside a site's folder, `terms/2026-11-01.ja.md`. The date is the version and the day from which it
 * counts.
 * @returns null when the path names no document, e.g. for a date that does not exist.
 */
export function parseDocumentName(path: string): DocumentFile | null {
  const match = /^([a-z-]+)\/(\d{4}-\d{2}-\d{2})\.(ja|en)\.md$/.exec(path);
  if (!match) return null;
  const [, folder, version = '', language] = match;
  const document = documentNames.find((name) => name === folder);
  const day = new Date(`${version}T00:00:00Z`);
  const exists = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(version);
  return document && exists ? { document, version, language: language as Language } : null;
}

/** The version in force on a civil day (`2026-11-01`, the site's time zone): the newest that is not later; null before the first. */
export function versionInForce(versions: readonly string[], today: string): string | null {
  return (
    versions
      .filter((version) => version <= today)
      .sort()
      .at(-1) ?? null
  );
}

/** The versions that are or were in force on a civil day, the newest first; one whose day has not come is not shown yet. */
export function shownVersions(versions: readonly string[], today: string): string[] {
  return [...new Set(versions)]
    .filter((version) => version <= today)
    .sort()
    .reverse();
}

export const versionStates = ['coming', 'in-force', 'former'] as const;
export type VersionState = (typeof versionStates)[number];

/** What a version is on a civil day: one that will count, the one that does, or one that did; `inForce` as `versionInForce` gives it. */
export function versionState(version: string, inForce: string | null, today: string): VersionState {
  if (version > today) return 'coming';
  return version === inForce ? 'in-force' : 'former';
}
