import { expect, test } from 'vitest';
import type { Measured } from '../../cli/measured.ts';
import { printScale } from './scale.ts';

const measured = (name: string, figures: Measured['figures']): Measured => ({
  name,
  summary: '',
  on: '2026-11-23',
  machine: '2 × a processor',
  seconds: 1,
  seed: 1,
  held: true,
  said: [],
  figures,
  fault: null,
});

const all = [
  measured('ingest', {
    'values a second, MQTT QoS 1': 400_000,
    'seconds of CPU a million values, server and database': 4,
    'bytes of a stored value with its index (at most 20)': 20,
  }),
  measured('connections', { 'devices connected at once': 5_000, 'memory of a connection, KB (at most 64)': 32 }),
  measured('nodes', {
    'values reported, two nodes ÷ one (at least 0.7)': 0.9,
    'values reported, CPU of two nodes ÷ one': 1.2,
    'lists of devices, two nodes ÷ one (at least 0.7)': 0.8,
  }),
  measured('rest', { 'one device, a second': 800, 'list of 50, a second': 600 }),
  measured('silence', { 'silent at once': 1_000 }),
];

test('what ten million devices take follows from what was measured', () => {
  const page = printScale(all);
  expect(page).toContain('| values a second, stored and acknowledged | 400,000 | `./engawa bench ingest` |');
  expect(page).toContain('| 5 min | 33,333 | 333,333 | 1.3 | 1.7 | 0.58 | 53 |');
  expect(page).toContain('Connected all at once they take 305 GiB');
});

test('a figure that is not there is not made up', () => {
  expect(() => printScale(all.slice(1))).toThrow(/no figure “values a second, MQTT QoS 1” of ingest/);
});
