import type { DeviceModel } from '../devices/options.ts';
import { flows, meters, stores, type Flow, type MeterName, type StoreName } from './flows.ts';
import type { FlowModel } from './options.ts';

/** Where something stands in the readings of a model (its ordinal); null where the model does not measure it. */
type Place = number | null;

export type MeterPlaces = { power: number; energy: Place };
export type StorePlaces = { power: number; charge: Place; state: Place; charged: Place; discharged: Place };

/** Which values of a model's readings are which flow. */
export type FlowPlaces = {
  meters: Partial<Record<MeterName, MeterPlaces>>;
  stores: Partial<Record<StoreName, StorePlaces>>;
};

/** Where one counted flow comes from: its power, of which only the part of this sign counts, and its counter. */
export type FlowSource = { power: number; sign: 1 | -1; energy: Place };

/** A metric that a site's data name wrongly, as a sentence for who wrote them. */
export type PlaceFault = { path: string[]; expected: string };

type Wanted = { unit: string | null; cumulative: boolean };
const watts: Wanted = { unit: 'W', cumulative: false };
const wattHours: Wanted = { unit: 'Wh', cumulative: true };
const percent: Wanted = { unit: '%', cumulative: false };
const text: Wanted = { unit: null, cumulative: false };

/** Finds the metrics of a model by their codes; faults where one is not there or of another kind. */
export function placeFlows(
  model: Pick<DeviceModel, 'id' | 'metrics'>,
  named: FlowModel,
): { places: FlowPlaces; faults: PlaceFault[] } {
  const faults: PlaceFault[] = [];
  const find = (path: string[], code: string, { unit, cumulative }: Wanted): number => {
    const at = model.metrics.findIndex((metric) => metric.code === code);
    const metric = model.metrics[at];
    const isText = unit === null;
    const fits =
      metric &&
      (metric.kind === 'text') === isText &&
      (isText || (metric.unit === unit && metric.cumulative === cumulative));
    if (!fits)
      faults.push({
        path,
        expected: isText
          ? 'a metric of the kind text'
          : `a metric of the model in ${unit}${cumulative ? ' that is cumulative' : ''}`,
      });
    return at;
  };
  const maybe = (path: string[], code: string | undefined, wanted: Wanted): Place =>
    code === undefined ? null : find(path, code, wanted);
  const places: FlowPlaces = { meters: {}, stores: {} };
  for (const name of meters) {
    const meter = named[name];
    if (!meter) continue;
    const power = find([name, 'power'], meter.power, watts);
    places.meters[name] = { power, energy: maybe([name], meter.energy, wattHours) };
  }
  for (const name of stores) {
    const store = named[name];
    if (!store) continue;
    places.stores[name] = {
      power: find([name, 'power'], store.power, watts),
      charge: maybe([name, 'charge'], store.charge, percent),
      state: maybe([name, 'state'], store.state, text),
      charged: maybe([name, 'charged'], store.charged, wattHours),
      discharged: maybe([name, 'discharged'], store.discharged, wattHours),
    };
  }
  return { places, faults };
}

/** Where each counted flow of a model comes from, in the order of `flows`; null for those that it does not measure. */
export function sourcesOf(places: FlowPlaces): (FlowSource | null)[] {
  return flows.map((flow) => sourceOf(places, flow));
}

function sourceOf({ meters: metered, stores: stored }: FlowPlaces, flow: Flow): FlowSource | null {
  const ofStore = (name: StoreName, direction: 'charged' | 'discharged'): FlowSource | null => {
    const store = stored[name];
    return store ? { power: store.power, sign: direction === 'charged' ? 1 : -1, energy: store[direction] } : null;
  };
  switch (flow) {
    case 'batteryCharged':
      return ofStore('battery', 'charged');
    case 'batteryDischarged':
      return ofStore('battery', 'discharged');
    case 'evCharged':
      return ofStore('ev', 'charged');
    case 'evDischarged':
      return ofStore('ev', 'discharged');
    default: {
      const meter = metered[flow];
      return meter ? { power: meter.power, sign: 1, energy: meter.energy } : null;
    }
  }
}
