import type { Value, Values } from '../protocol/body.ts';
import type { Metric, Reading } from './reading.ts';

/** A model's metrics by the codes that devices send; made once, as every message asks it. */
export type MetricTable = {
  metrics: readonly Metric[];
  ordinals: ReadonlyMap<string, number>;
  /** Ordinals of those that only grow. */
  cumulative: readonly number[];
};

export function metricTable(metrics: readonly Metric[]): MetricTable {
  return {
    metrics,
    ordinals: new Map(metrics.map(({ code }, ordinal) => [code, ordinal])),
    cumulative: metrics.flatMap(({ cumulative }, ordinal) => (cumulative ? [ordinal] : [])),
  };
}

export type ContentFault = { code: 'metric-unknown' | 'value-kind'; metric: string };
export type Decoded = { reading: Reading; faults: ContentFault[] };

/**
 * Puts the values of a message at the ordinals of its model's metrics. What the model does not know, and values of another kind, are left
 * out and told; what lies outside a metric's limits is stored and marked (E-08).
 */
export function decodeValues({ metrics, ordinals }: MetricTable, values: Values): Decoded {
  const measured: (number | null)[] = [];
  let texts: Record<string, string> | null = null;
  let marks: number[] | null = null;
  const faults: ContentFault[] = [];
  for (const code of Object.keys(values)) {
    const ordinal = ordinals.get(code);
    const metric = ordinal === undefined ? undefined : metrics[ordinal];
    const value = values[code];
    if (ordinal === undefined || !metric || value === undefined) {
      faults.push({ code: 'metric-unknown', metric: code });
      continue;
    }
    if (metric.kind === 'text' && typeof value === 'string') {
      texts ??= {};
      texts[ordinal] = value;
      continue;
    }
    const number = numberOf(metric, value);
    if (number === null) {
      faults.push({ code: 'value-kind', metric: code });
      continue;
    }
    while (measured.length < ordinal) measured.push(null);
    measured[ordinal] = number;
    if (number < (metric.min ?? -Infinity) || number > (metric.max ?? Infinity)) (marks ??= []).push(ordinal);
  }
  return { reading: { measured, texts, marks: marks?.toSorted((a, b) => a - b) ?? null }, faults };
}

function numberOf({ kind }: Metric, value: Value): number | null {
  if (kind === 'boolean') return typeof value === 'boolean' ? Number(value) : null;
  if (typeof value !== 'number' || kind === 'text') return null;
  return kind === 'integer' && !Number.isInteger(value) ? null : value;
}

/** Whether there is anything in it to be stored. */
export function isEmpty({ measured, texts }: Reading): boolean {
  return measured.length === 0 && texts === null;
}
