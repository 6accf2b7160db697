import type { Metric } from '../../domain/readings/reading.ts';
import { metricTable, type MetricTable } from '../../domain/readings/decode.ts';
import { findModel } from '../../domain/devices/options.ts';
import { deviceOptions } from '../../domain/site/capabilities.ts';
import type { Site } from '../kernel/app.ts';

/** A device that readings are about. */
export type Subject = { deviceKey: number; table: MetricTable };

/** A device that has proved who it is, and what its messages are read by. */
export type Reporter = Subject & {
  site: Site;
  /** Null where the broker says which device it is and not with which credential it came: then any live one of it counts. */
  credentialId: string | null;
  /** Inside ID, and the name on the wire (`dev_…`). */
  deviceId: string;
  device: string;
};

/** One that came with a credential of its own. */
export type CredentialedReporter = Reporter & { credentialId: string };

const tables = new WeakMap<readonly Metric[], MetricTable>();
const none: readonly Metric[] = [];

/** The metrics of a model as messages are read by them. */
export function metricsOf(site: Site, model: string): MetricTable {
  const metrics = findModel(deviceOptions(site), model)?.metrics ?? none;
  const known = tables.get(metrics) ?? metricTable(metrics);
  tables.set(metrics, known);
  return known;
}
