import { catalogueOf, type Catalogue } from '../../../domain/counters/places.ts';
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
