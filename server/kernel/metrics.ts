/** Everything that is measured, in the words of Prometheus; labels come from closed lists, so that their number stays small. */
const measured = {
  engawa_http_requests_total: { type: 'counter', help: 'Requests of the API by operation and status' },
  engawa_http_request_duration_seconds: { type: 'histogram', help: 'How long requests of the API took, by operation' },
  engawa_device_messages_total: { type: 'counter', help: 'Messages of devices that were stored or refused' },
  engawa_jobs_failed_total: { type: 'counter', help: 'Jobs, workers and loops that failed and are tried again' },
  engawa_mqtt_connections: { type: 'gauge', help: 'Devices connected to the embedded broker of this node' },
  engawa_event_loop_delay_seconds: { type: 'gauge', help: 'Delay of the event loop since the last look' },
  engawa_database_connections: { type: 'gauge', help: 'Connections of the pool, and requests that wait for one' },
  engawa_events_unsealed: { type: 'gauge', help: 'Events that wait for their seal, on all nodes' },
  engawa_events_unsealed_age_seconds: { type: 'gauge', help: 'Age of the oldest of them' },
  engawa_mails_due: { type: 'gauge', help: 'Mails that are to be sent, on all nodes' },
  engawa_mails_late_seconds: { type: 'gauge', help: 'How long the next of them could have been tried already' },
  engawa_part_ready: { type: 'gauge', help: 'Whether a part of /readyz is well (1) or not (0)' },
  process_resident_memory_bytes: { type: 'gauge', help: 'Memory of this process' },
  process_cpu_seconds_total: { type: 'counter', help: 'Processor time of this process' },
  process_start_time_seconds: { type: 'gauge', help: 'When this process began, since 1970' },
} as const satisfies Record<string, { type: 'counter' | 'gauge' | 'histogram'; help: string }>;

export type MetricName = keyof typeof measured;
export type Labels = Readonly<Record<string, string>>;
export type Sample = { labels?: Labels; value: number };

const bucketSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export type Metrics = {
  count(name: MetricName, labels?: Labels, by?: number): void;
  observe(name: MetricName, labels: Labels, seconds: number): void;
  /** Asked each time that somebody looks; one that fails is left out. Gives how to take it away. */
  gauge(name: MetricName, read: () => readonly Sample[] | Promise<readonly Sample[]>): () => void;
  /** All of it, as Prometheus reads it. */
  text(): Promise<string>;
};

type Histogram = { labels: Labels; buckets: number[]; sum: number; count: number };

export function makeMetrics(): Metrics {
  const counters = new Map<string, { name: MetricName; labels: Labels; value: number }>();
  const histograms = new Map<string, { name: MetricName } & Histogram>();
  const gauges = new Map<MetricName, () => readonly Sample[] | Promise<readonly Sample[]>>();
  const lines = async (name: MetricName): Promise<string[]> => {
    const read = gauges.get(name);
    const asked = read ? await Promise.resolve(read()).catch((): Sample[] => []) : [];
    return [
      ...[...counters.values()].filter((one) => one.name === name).map((one) => line(name, one.labels, one.value)),
      ...[...histograms.values()].filter((one) => one.name === name).flatMap((one) => histogramLines(name, one)),
      ...asked.map(({ labels = {}, value }) => line(name, labels, value)),
    ];
  };
  return {
    count: (name, labels = {}, by = 1) => {
      const key = line(name, labels, 0);
      const found = counters.get(key) ?? { name, labels, value: 0 };
      found.value += by;
      counters.set(key, found);
    },
    observe: (name, labels, seconds) => {
      const key = line(name, labels, 0);
      const found = histograms.get(key) ?? { name, labels, buckets: bucketSeconds.map(() => 0), sum: 0, count: 0 };
      const at = bucketSeconds.findIndex((limit) => seconds <= limit);
      if (at >= 0) found.buckets[at] = (found.buckets[at] ?? 0) + 1;
      found.sum += seconds;
      found.count += 1;
      histograms.set(key, found);
    },
    gauge: (name, read) => {
      gauges.set(name, read);
      return () => void (gauges.get(name) === read && gauges.delete(name));
    },
    text: async () => {
      const all = Object.entries(measured) as [MetricName, { type: string; help: string }][];
      const parts = await Promise.all(
        all.map(async ([name, { type, help }]) => {
          const found = await lines(name);
          return found.length === 0 ? [] : [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...found];
        }),
      );
      return `${parts.flat().join('\n')}\n`;
    },
  };
}

function line(name: string, labels: Labels, value: number): string {
  const shown = Object.entries(labels).map(([label, text]) => `${label}="${text.replaceAll(/["\\\n]/g, '_')}"`);
  return `${name}${shown.length > 0 ? `{${shown.join(',')}}` : ''} ${value}`;
}

function histogramLines(name: MetricName, { labels, buckets, sum, count }: Histogram): string[] {
  let below = 0;
  const shown = bucketSeconds.map((limit, at) => {
    below += buckets[at] ?? 0;
    return line(`${name}_bucket`, { ...labels, le: String(limit) }, below);
  });
  return [
    ...shown,
    line(`${name}_bucket`, { ...labels, le: '+Inf' }, count),
    line(`${name}_sum`, labels, sum),
    line(`${name}_count`, labels, count),
  ];
}
