import { Counter, Gauge, Histogram, Registry } from 'prom-client';

type Measured = { type: 'counter' | 'gauge' | 'histogram'; help: string; labels: readonly string[] };

/** Everything that is measured, in the words of Prometheus; labels come from closed lists, so that their number stays small. */
const measured = {
  engawa_http_requests_total: {
    type: 'counter',
    help: 'Requests of the API by operation and status',
    labels: ['operation', 'status'],
  },
  engawa_http_request_duration_seconds: {
    type: 'histogram',
    help: 'How long requests of the API took, by operation',
    labels: ['operation'],
  },
  engawa_device_messages_total: {
    type: 'counter',
    help: 'Messages of devices that were stored or refused',
    labels: ['outcome'],
  },
  engawa_jobs_failed_total: {
    type: 'counter',
    help: 'Jobs, workers and loops that failed and are tried again',
    labels: ['job'],
  },
  engawa_mqtt_connections: {
    type: 'gauge',
    help: 'Devices connected to the embedded broker of this node',
    labels: [],
  },
  engawa_event_loop_delay_seconds: {
    type: 'gauge',
    help: 'Delay of the event loop since the last look',
    labels: ['quantile'],
  },
  engawa_database_connections: {
    type: 'gauge',
    help: 'Connections of the pool, and requests that wait for one',
    labels: ['state'],
  },
  engawa_events_unsealed: { type: 'gauge', help: 'Events that wait for their seal, on all nodes', labels: [] },
  engawa_events_unsealed_age_seconds: { type: 'gauge', help: 'Age of the oldest of them', labels: [] },
  engawa_mails_due: { type: 'gauge', help: 'Mails that are to be sent, on all nodes', labels: [] },
  engawa_mails_late_seconds: {
    type: 'gauge',
    help: 'How long the next of them could have been tried already',
    labels: [],
  },
  engawa_part_ready: {
    type: 'gauge',
    help: 'Whether a part of /readyz is well (1) or not (0)',
    labels: ['part'],
  },
  process_resident_memory_bytes: { type: 'gauge', help: 'Memory of this process', labels: [] },
  process_cpu_seconds_total: { type: 'counter', help: 'Processor time of this process', labels: [] },
  process_start_time_seconds: { type: 'gauge', help: 'When this process began, since 1970', labels: [] },
} as const satisfies Record<string, Measured>;

export type MetricName = keyof typeof measured;
export type Labels = Readonly<Record<string, string>>;
export type Sample = { labels?: Labels; value: number };

const bucketSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

type Read = () => readonly Sample[] | Promise<readonly Sample[]>;

export type Metrics = {
  count(name: MetricName, labels?: Labels, by?: number): void;
  observe(name: MetricName, labels: Labels, seconds: number): void;
  /** Asked each time that somebody looks; one that fails is left out. Gives how to take it away. */
  gauge(name: MetricName, read: Read): () => void;
  /** All of it, as Prometheus reads it. */
  text(): Promise<string>;
};

/** Metrics of one app, in a registry of its own: several apps share a process in tests. */
export function makeMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const counters = new Map<MetricName, Counter>();
  const histograms = new Map<MetricName, Histogram>();
  const reads = new Map<MetricName, Read>();
  for (const [key, { type, help, labels }] of Object.entries(measured)) {
    const name = key as MetricName;
    const settings = { name, help, labelNames: labels, registers };
    if (type === 'histogram') histograms.set(name, new Histogram({ ...settings, buckets: bucketSeconds }));
    else if (type === 'gauge') forgetAll(new Gauge({ ...settings, collect: collector(name, reads) }));
    else counters.set(name, new Counter({ ...settings, collect: collector(name, reads) }));
  }
  return {
    count: (name, labels = {}, by = 1) => counters.get(name)?.inc(labels, by),
    observe: (name, labels, seconds) => histograms.get(name)?.observe(labels, seconds),
    gauge: (name, read) => {
      reads.set(name, read);
      return () => void (reads.get(name) === read && reads.delete(name));
    },
    text: () => registry.metrics(),
  };
}

/** Puts what is read in the place of what was: nothing where nobody reads or reading fails, so that no old value passes for a new one. */
function collector(name: MetricName, reads: ReadonlyMap<MetricName, Read>) {
  return async function (this: Counter | Gauge): Promise<void> {
    const read = reads.get(name);
    // What is counted as it happens is not read.
    if (!read && this instanceof Counter) return;
    const samples = await taken(read);
    forgetAll(this);
    for (const { labels = {}, value } of samples) this.inc(labels, value);
  };
}

async function taken(read: Read | undefined): Promise<readonly Sample[]> {
  try {
    return (await read?.()) ?? [];
  } catch {
    return [];
  }
}

/** Without labels a metric begins at zero, which would be a value nobody measured. */
function forgetAll(metric: Counter | Gauge): void {
  metric.reset();
  metric.remove({});
}
