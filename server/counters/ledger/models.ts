import { ownColumnsOf } from '../../../domain/counters/own.ts';
import { catalogueOf, columnsOf, counterTabNames, isOwn } from '../../../domain/counters/places.ts';
import type { Catalogue, CounterPlace, CounterTab } from '../../../domain/counters/places.ts';
import type { DeviceModel } from '../../../domain/devices/options.ts';
import { findModel } from '../../../domain/devices/options.ts';
import { deviceOptions } from '../../../domain/site/capabilities.ts';
import type { Site } from '../../kernel/app.ts';

/** A model's counters: how many, by the codes that devices send, and by what they count. */
export type ModelCounters = { count: number; ordinals: ReadonlyMap<string, number>; catalogue: Catalogue };

const known = new WeakMap<DeviceModel['counters'], ModelCounters>();
const none: ModelCounters = { count: 0, ordinals: new Map(), catalogue: new Map() };

/** The counters of a model of the site; none where it is unknown. */
export function countersOf(site: Site, modelId: string): ModelCounters {
  const model = findModel(deviceOptions(site), modelId);
  if (!model) return none;
  const found = known.get(model.counters) ?? {
    count: model.counters.length,
    ordinals: new Map(model.counters.map(({ code }, ordinal) => [code, ordinal])),
    catalogue: catalogueOf(model.counters),
  };
  known.set(model.counters, found);
  return found;
}

/** What the site's models count, or one of them, each place once; own ones in the order of the site's data. */
export function countedPlaces(site: Site, modelId: string | null = null): CounterPlace[] {
  const { models } = deviceOptions(site);
  const wanted = modelId === null ? models : models.filter(({ id }) => id === modelId);
  const counted = new Set(wanted.flatMap(({ id }) => [...countersOf(site, id).catalogue.keys()]));
  const own = ownColumnsOf(models).filter(({ place }) => counted.has(place));
  return [...[...counted].filter((place) => !isOwn(place)), ...own.map(({ place }) => place)];
}

/** What of it is on a tab, or on all of them, each once. */
export function placesOf(counted: readonly CounterPlace[], tab: CounterTab | undefined): CounterPlace[] {
  const tabs = tab ? [tab] : counterTabNames;
  return [...new Set(tabs.flatMap((one) => columnsOf(one, counted)))];
}
