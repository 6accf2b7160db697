import type { Database } from '../kernel/database.ts';
import type { Scope } from '../kernel/session.ts';
import { epochMs, type Sort } from './issued.ts';

export type ActivationKeyFilter = { number: string | null };

export const activationKeySorts = ['importedAt', 'number', 'productNumber', 'purpose', 'category'] as const;
export type ActivationKeySort = Sort<(typeof activationKeySorts)[number]>;

/** The activation keys of the site as far as they fit the filter; operators only, and never with a registration ID. */
export function matchingActivationKeys(db: Database, scope: Scope, { number }: ActivationKeyFilter) {
  const all = db.selectFrom('activation_keys as a').where('a.site_id', '=', scope.siteId);
  return number ? all.where('a.number', '=', number) : all;
}

/** Their rows with all that lists and files show, in order. */
export function activationKeyRows(db: Database, scope: Scope, filter: ActivationKeyFilter, sort: ActivationKeySort) {
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  const places = {
    importedAt: 'a.created_at',
    number: 'a.number',
    productNumber: 'a.product_number',
    purpose: 'a.purpose',
    category: 'a.category',
  } as const;
  const key = sort.replace(/^-/, '') as (typeof activationKeySorts)[number];
  return matchingActivationKeys(db, scope, filter)
    .leftJoin('registration_key_bindings as b', (join) =>
      join.onRef('b.site_id', '=', 'a.site_id').onRef('b.activation_key', '=', 'a.number').on('b.moved_at', 'is', null),
    )
    .select([
      'a.number',
      'a.product_number as productNumber',
      'a.purpose',
      'a.category',
      epochMs('a.created_at').as('importedAtMs'),
      'b.id as bound',
      'a.voided_at as voidedAt',
    ])
    .orderBy(places[key], direction)
    .$if(key !== 'importedAt', (unsorted) => unsorted.orderBy('a.created_at', 'desc'))
    .$if(key !== 'number', (unsorted) => unsorted.orderBy('a.number'));
}
