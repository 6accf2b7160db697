import { expect, test } from 'vitest';
import { batchKeysMax, parseBatchSize } from './batch.ts';

test.each([
  ['1', 1],
  [' 10 ', 10],
  ['１００', 100],
  [String(batchKeysMax), batchKeysMax],
])('K-13 a batch of "%s" activation keys', (text, value) => {
  expect(parseBatchSize(text)).toEqual({ ok: true, value });
});

test.each(['', '0', '-1', '1.5', '1e3', 'ten', String(batchKeysMax + 1), '9'.repeat(40)])(
  'K-13 a batch of "%s" activation keys is refused with the limits',
  (text) => {
    expect(parseBatchSize(text)).toEqual({ ok: false, code: 'batch-size', params: { min: 1, max: batchKeysMax } });
  },
);
