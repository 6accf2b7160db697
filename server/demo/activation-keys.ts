import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatKey } from '../../domain/registration-keys/key.ts';
import { registrationKeyOptions } from '../../domain/site/capabilities.ts';
import { translatorFor } from '../../domain/texts/translator.ts';
import type { App, Site } from '../kernel/app.ts';
import { after, daysMs } from '../kernel/clock.ts';
import { writeEvents } from '../kernel/events.ts';
import { newId } from '../kernel/ids.ts';
import { activationKeyImporter } from '../registration-keys/importer.ts';

const perProduct = 4;
/** They came before the first of them was used. */
const soldDaysAgo = 30;

export type Sheet = {
  number: string;
  registrationId: string;
  productNumber: string;
  purpose: string;
  category: string;
};

/** The same made-up keys at every start: public, and worth nothing outside the demo. */
export function activationKeySheets(site: Site, batch: 'seeded' | 'to-import'): Sheet[] {
  const { categories, features, registrationIdDigits } = registrationKeyOptions(site);
  const digits = (count: number, ...parts: (string | number)[]) =>
    createHash('sha256')
      .update(['demo', site.id, batch, ...parts].join('/'))
      .digest('hex')
      .toUpperCase()
      .slice(0, count);
  return categories
    .filter((category) => category.issuedHere)
    .flatMap((category) =>
      features
        .filter((feature) => feature.product === undefined || feature.product === category.product)
        .flatMap((feature) =>
          Array.from({ length: perProduct }, (_, index) => ({
            number: formatKey(digits(16, category.id, feature.code, index, 'number')),
            registrationId: digits(registrationIdDigits, category.id, feature.code, index, 'proof'),
            productNumber: feature.productNumbers[0] ?? '',
            purpose: feature.name.ja,
            category: category.id,
          })),
        ),
    );
}

export async function seedActivationKeys(app: App, site: Site): Promise<void> {
  const now = after(app.clock.now(), -soldDaysAgo * daysMs);
  const values = activationKeySheets(site, 'seeded').map((sheet) => {
    const read = activationKeyImporter.readRow(site, sheet, '');
    if (!read.ok) throw new Error(`a demo key does not fit the data of ${site.id}`);
    return read.value;
  });
  await app.db.transaction().execute(async (tx) => {
    const scope = { siteId: site.id, organizationId: '', userId: '', now };
    const { stored, events } = await activationKeyImporter.store(app, tx, site, scope, newId(), values);
    if (stored > 0)
      await writeEvents(tx, { siteId: site.id, actor: { kind: 'command' }, now, requestId: null }, events);
  });
}

/** A file to try the import with, as a spreadsheet program writes it. */
export async function writeImportFile(site: Site, folder: string): Promise<string> {
  const say = translatorFor('en', 'headings');
  const sheets = activationKeySheets(site, 'to-import');
  const keys = activationKeyImporter.columns.map((column) => column.key);
  const head = keys.map((key) => say(`activation-keys.${key}`)).join(',');
  const rows = sheets.map((sheet) => keys.map((key) => sheet[key as keyof Sheet]).join(','));
  const path = join(folder, `${site.id}-activation-keys.csv`);
  await mkdir(folder, { recursive: true });
  await writeFile(path, `\uFEFF${[head, ...rows].join('\r\n')}\r\n`);
  return path;
}
