import { sql, type RawBuilder } from 'kysely';
import { findModel } from '../../domain/devices/options.ts';
import { deviceOptions, tonerOptions } from '../../domain/site/capabilities.ts';
import type { Supply } from '../../domain/toner/options.ts';
import type { Site } from '../kernel/app.ts';

/** A supply of a model, where its level stands in readings, and in which unit. */
export type ModelSupply = Supply & { model: string; ordinal: number; unit: string | null };

const bySite = new WeakMap<Site, readonly ModelSupply[]>();

/** The supplies of every model of a site. */
export function suppliesAt(site: Site): readonly ModelSupply[] {
  const known = bySite.get(site);
  if (known) return known;
  const made = tonerOptions(site).models.flatMap(({ model: id, supplies }) => {
    const model = findModel(deviceOptions(site), id);
    return supplies.map((supply) => {
      const ordinal = model?.metrics.findIndex(({ code }) => code === supply.metric) ?? -1;
      return { ...supply, model: id, ordinal, unit: model?.metrics[ordinal]?.unit ?? null };
    });
  });
  bySite.set(site, made);
  return made;
}

export function findSupply(site: Site, model: string, metric: string): ModelSupply | undefined {
  return suppliesAt(site).find((one) => one.model === model && one.metric === metric);
}

/**
 * The supplies of a site as rows: model, supply, place in arrays of readings, what full is, colour, place in the site's data. The arrays are of texts,
 * as a query for a file can hold no others.
 */
export function supplyRows(site: Site): RawBuilder<unknown> {
  const all = suppliesAt(site);
  return sql`
    select * from unnest(${all.map(({ model }) => model)}::text[], ${all.map(({ metric }) => metric)}::text[],
      ${all.map(({ ordinal }) => String(ordinal + 1))}::int[], ${all.map((one) => String(one.full))}::float8[], ${all.map(({ colour }) => colour)}::text[],
      ${all.map((_, place) => String(place))}::int[]) as s(model, supply, at, "full", colour, place)`;
}

/**
 * The level in per cent of a full supply, over a row of readings `l` and a supply `s`; null where none was reported that can be (to `least` and
 * `greatest` nothing would be 0).
 */
export const levelNow = sql<number | null>`case
  when l.measured[s.at] is not null and not (s.at - 1)::smallint = any(coalesce(l.marks, '{}'))
  then least(100, greatest(0, l.measured[s.at] / s."full" * 100)) end`;
