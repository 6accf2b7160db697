import { formatKey } from '../../domain/registration-keys/key.ts';
import type { ExportColumn } from '../../domain/exports/columns.ts';
import { findCategory } from '../../domain/registration-keys/options.ts';
import { registrationKeyOptions } from '../../domain/site/capabilities.ts';
import type { Language } from '../../domain/site/languages.ts';
import { translatorFor } from '../../domain/texts/translator.ts';
import { exporter } from '../exports/exporter.ts';
import type { App, Site } from '../kernel/app.ts';
import { isProblem } from '../kernel/http/problem.ts';
import { activationKeyRows, type ActivationKeySort } from './bought.ts';
import { deviceIdOf, issuedRows, registrationKeyOf, type IssueSort } from './issued.ts';
import { keyMaker, type KeyMaker } from './masters.ts';
import { activationKeyQuery, issueQuery, readActivationKeyQuery, readIssueQuery } from './queries.ts';

const invalid = ['platform/invalid-fields'];

/** Operators see everybody's rows, so they see whose they are. */
export const organizationColumn = (session: { organizationKind: string }): ExportColumn[] =>
  session.organizationKind === 'maker' ? [{ key: 'organization', kind: 'text' }] : [];

/** The list of issued keys (K-07) as a file. */
const registrationKeys = exporter({
  kind: 'registration-keys',
  summary: 'What the organization has issued',
  permission: 'registration-keys:read',
  query: issueQuery,
  problems: invalid,
  open: async ({ app, site, scope, session, language, query }) => {
    const filter = readIssueQuery(site, query);
    if (isProblem(filter)) return filter;
    const makeKey = await anyKeyMaker(app, site);
    const nameOf = categoryNames(site, language);
    const whose = organizationColumn(session);
    const sort: IssueSort = query.sort ?? '-issuedAt';
    return {
      conditions: { deviceId: filter.deviceId, activationKey: filter.activationKey },
      columns: [
        { key: 'issuedAt', kind: 'instant' },
        ...whose,
        { key: 'deviceId', kind: 'code' },
        { key: 'activationKey', kind: 'code' },
        { key: 'productNumber', kind: 'code' },
        { key: 'purpose', kind: 'text' },
        { key: 'category', kind: 'text' },
        { key: 'registrationKey', kind: 'code' },
        { key: 'installation', kind: 'text' },
      ],
      async *rows(read) {
        for await (const batch of read(issuedRows(app.db, scope, filter, sort)))
          yield batch.map((row) => [
            row.issuedAtMs,
            ...whose.map(() => row.organization),
            deviceIdOf(row),
            formatKey(row.number),
            row.productNumber,
            row.purpose,
            nameOf(row.category),
            registrationKeyOf(row, makeKey),
            installationOf(row),
          ]);
      },
    };
  },
});

/** The operators' list of activation keys as a file; the registration IDs are known to nobody. */
const activationKeys = exporter({
  kind: 'activation-keys',
  summary: 'The activation keys of the site and whether they are used',
  permission: 'activation-keys:read',
  query: activationKeyQuery,
  problems: invalid,
  open: async ({ app, site, scope, language, query }) => {
    const filter = readActivationKeyQuery(query);
    if (isProblem(filter)) return filter;
    const nameOf = categoryNames(site, language);
    const say = translatorFor(language, 'headings');
    const [used, unused] = [say('activation-keys.used'), say('activation-keys.unused')];
    const sort: ActivationKeySort = query.sort ?? '-importedAt';
    return {
      conditions: { number: filter.number },
      columns: [
        { key: 'number', kind: 'code' },
        { key: 'productNumber', kind: 'code' },
        { key: 'purpose', kind: 'text' },
        { key: 'category', kind: 'text' },
        { key: 'importedAt', kind: 'instant' },
        { key: 'issued', kind: 'text' },
      ],
      async *rows(read) {
        for await (const batch of read(activationKeyRows(app.db, scope, filter, sort)))
          yield batch.map((row) => [
            formatKey(row.number),
            row.productNumber,
            row.purpose,
            nameOf(row.category),
            row.importedAtMs,
            row.bound === null ? unused : used,
          ]);
      },
    };
  },
});

/** Makes keys of every version the site ever had: which ones come is only known while reading. */
export function anyKeyMaker(app: App, site: Site): Promise<KeyMaker> {
  const { versions } = registrationKeyOptions(site).scheme;
  return keyMaker(
    app,
    site,
    versions.map(({ version }) => version),
  );
}

/** The name of a category; one that the site no longer has is told by its ID. */
export function categoryNames(site: Site, language: Language): (id: string) => string {
  const options = registrationKeyOptions(site);
  const names = new Map<string, string>();
  return (id) => {
    const known = names.get(id) ?? findCategory(options, id)?.name[language] ?? id;
    names.set(id, known);
    return known;
  };
}

/** Both lines of an installation text in one cell. */
export function installationOf({ line1, line2 }: { line1: string | null; line2: string | null }): string | null {
  return line1 && line2 ? `${line1} / ${line2}` : line1 || line2;
}

export const registrationKeyExporters = [registrationKeys, activationKeys];
