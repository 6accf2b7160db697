import { sql } from 'kysely';
import { purposeCharactersMax } from '../../domain/registration-keys/batch.ts';
import { parseKey, parseRegistrationId } from '../../domain/registration-keys/key.ts';
import { findFeature } from '../../domain/registration-keys/options.ts';
import { parseText } from '../../domain/identifiers/single-line.ts';
import { registrationKeyOptions } from '../../domain/site/capabilities.ts';
import type { Verdict } from '../../domain/verdict.ts';
import type { App, Site } from '../kernel/app.ts';
import type { CellFault, Importer, RowFaults } from '../imports/importer.ts';
import { findCategoryNamed } from './category-named.ts';
import { hashRegistrationId } from './registration-id.ts';
import { findActivationKeys } from './store.ts';

const perStatementMax = 1_000;

type Row = {
  number: string;
  registrationId: string;
  productNumber: string;
  feature: number;
  purpose: string;
  category: string;
};

function* chunks<T>(items: readonly T[]): Generator<T[]> {
  for (let at = 0; at < items.length; at += perStatementMax) yield items.slice(at, at + perStatementMax);
}

/** Activation keys as they were sold (K-13): number, registration ID, product number, purpose, category. */
export const activationKeyImporter: Importer<Row> = {
  kind: 'activation-keys',
  capability: 'registration-keys',
  permission: 'activation-keys:import',
  page: '/o/$organization/activation-keys/import/$import',
  rowsMax: 20_000,
  columns: [
    {
      key: 'number',
      required: true,
      code: true,
      alsoCalled: ['アクティベーションキーナンバー', 'アクティベーションキー'],
    },
    { key: 'registrationId', required: true, code: true },
    { key: 'productNumber', required: true },
    { key: 'purpose', required: true },
    { key: 'category', required: true, alsoCalled: ['カテゴリ'] },
  ],

  readRow(site, cells) {
    const options = registrationKeyOptions(site);
    const faults: RowFaults = {};
    const take = (key: string, verdict: Verdict<string>, capability = 'identifiers') => {
      if (verdict.ok) return verdict.value;
      faults[key] = { code: `${capability}/${verdict.code}`, ...(verdict.params && { params: verdict.params }) };
      return '';
    };
    const number = take('number', parseKey(cells.number ?? ''));
    const registrationId = take(
      'registrationId',
      parseRegistrationId(cells.registrationId ?? '', options.registrationIdDigits),
    );
    const productNumber = take('productNumber', parseText(cells.productNumber ?? '', { min: 1, max: 40 }));
    const purpose = take('purpose', parseText(cells.purpose ?? '', { min: 1, max: purposeCharactersMax }));
    const category = findCategoryNamed(site, cells.category ?? '')?.id ?? null;
    if (!category)
      faults.category = { code: cells.category ? 'registration-keys/category-unknown' : 'identifiers/required' };
    const feature = category && productNumber ? findFeature(options, productNumber, category) : null;
    if (category && productNumber && !feature) faults.productNumber = { code: 'registration-keys/product-unknown' };
    if (Object.keys(faults).length > 0 || !category || !feature) return { ok: false, faults };
    return { ok: true, value: { number, registrationId, productNumber, feature: feature.code, purpose, category } };
  },

  async checkRows(app, tx, site, rows, scope, lock) {
    // Two files are stored one after the other, so that what was checked still holds when it is written.
    if (lock)
      await sql`select pg_advisory_xact_lock(hashtextextended(${`activation keys ${scope.siteId}`}, 0))`.execute(tx);
    const seen = new Map<string, number>();
    for (const row of rows) {
      if (!row.value) continue;
      const first = seen.get(row.value.number);
      if (first !== undefined) row.faults.number = { code: 'imports/repeated-in-file', params: { line: first } };
      else seen.set(row.value.number, row.line);
    }
    for (const part of chunks(rows)) {
      const numbers = part.flatMap((row) => (row.value ? [row.value.number] : []));
      if (numbers.length === 0) continue;
      const stored = new Map(
        (await findActivationKeys(tx, site.id, numbers, false)).map((fact) => [fact.number, fact]),
      );
      for (const row of part) {
        const fact = row.value && stored.get(row.value.number);
        if (row.value && fact && !isSame(app, site, row.value, fact))
          row.faults.number = { code: 'imports/stored-differently' } satisfies CellFault;
      }
    }
  },

  async store(app, tx, site, scope, importId, values, done = () => undefined) {
    let stored = 0;
    let seen = 0;
    for (const part of chunks(values)) {
      const inserted = await tx
        .insertInto('activation_keys')
        .values(
          part.map((row) => ({
            site_id: site.id,
            number: row.number,
            registration_id_hash: hashRegistrationId(app, site.id, row.number, row.registrationId),
            product_number: row.productNumber,
            feature: row.feature,
            purpose: row.purpose,
            category: row.category,
            import_id: importId,
            created_at: scope.now,
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .returning('number')
        .execute();
      stored += inserted.length;
      seen += part.length;
      done(seen);
    }
    return { stored, events: [{ what: 'activation-keys.imported', subject: `import/${importId}`, data: { stored } }] };
  },
};

function isSame(
  app: App,
  site: Site,
  row: Row,
  fact: { registrationIdHash: Buffer; productNumber: string; purpose: string; category: string },
): boolean {
  return (
    fact.registrationIdHash.equals(hashRegistrationId(app, site.id, row.number, row.registrationId)) &&
    fact.productNumber === row.productNumber &&
    fact.purpose === row.purpose &&
    fact.category === row.category
  );
}
