import { expect, test } from 'vitest';
import type { Down } from '../../../domain/protocol/down.ts';
import type { App } from '../../kernel/app.ts';
import { silentLog } from '../../kernel/log.ts';
import { openDownLink, type Send } from './link.ts';
import type { DownSource } from './source.ts';

const app = { log: silentLog } as App;
const desired = (version: number): Down => ({ kind: 'desired', version, values: {} });

/** A source with something for each device of the list, and what became of it. */
function sourceFor(has: readonly string[], fails = 0) {
  const asked: string[][] = [];
  const begun: string[][] = [];
  const handed: string[] = [];
  let failing = fails;
  const source: DownSource = {
    kind: 'desired',
    pending: async (_, deviceIds, begins) => {
      asked.push([...deviceIds]);
      begun.push([...begins]);
      failing -= 1;
      if (failing >= 0) throw new Error('the database is away');
      return new Map(deviceIds.filter((id) => has.includes(id)).map((id) => [id, [desired(1)]]));
    },
    handed: async (_, downs) => void handed.push(...downs.keys()),
  };
  return { source, asked, begun, handed };
}

test('E-09 devices are asked about together, and only what was handed over counts as such', async () => {
  const { source, asked, handed } = sourceFor(['a', 'b']);
  const sent: string[] = [];
  const send: Send = (deviceId) => {
    sent.push(deviceId);
    return deviceId === 'a';
  };
  const link = openDownLink(app, [source], send);
  link.look(['a', 'b', 'c', 'a']);
  link.look(['c']);
  await expect.poll(() => handed).toEqual(['a']);
  expect(sent).toEqual(['a', 'b']);
  expect(asked).toEqual([['a', 'b', 'c'], ['c']]);
  await link.stop();
  link.look(['a']);
  expect(asked).toHaveLength(2);
});

test('L-08 of several messages for a device all have to be handed over, in their order', async () => {
  const handed: string[] = [];
  const sent: string[] = [];
  const source: DownSource = {
    kind: 'desired',
    pending: async () => new Map(['a', 'b'].map((id) => [id, [desired(1), desired(2), desired(3)]])),
    handed: async (_, downs) => void handed.push(...downs.keys()),
  };
  const link = openDownLink(app, [source], (deviceId, down) => {
    sent.push(`${deviceId}${down.kind === 'desired' ? down.version : ''}`);
    return !(deviceId === 'a' && down.kind === 'desired' && down.version === 2);
  });
  link.look(['a', 'b']);
  await expect.poll(() => handed).toEqual(['b']);
  expect(sent).toEqual(['a1', 'a2', 'b1', 'b2', 'b3']);
  await link.stop();
});

test('E-09 five hundred are asked about at once, one more goes into the next question', async () => {
  const { source, asked } = sourceFor([]);
  const link = openDownLink(app, [source], () => true);
  link.look(Array.from({ length: 501 }, (_, at) => String(at)));
  await expect.poll(() => asked.map((some) => some.length)).toEqual([500, 1]);
  await link.stop();
});

test('E-09 what could not be asked is asked again, and who began to listen is not forgotten over it', async () => {
  const { source, asked, begun, handed } = sourceFor(['a', 'b'], 1);
  const link = openDownLink(app, [source], () => true);
  link.look(['a']);
  link.greet(['b']);
  link.greet(['a']);
  link.look(['b']);
  await expect.poll(() => handed.toSorted()).toEqual(['a', 'b']);
  expect(asked[0]).toEqual(['a']);
  expect(asked.slice(1).flat().toSorted()).toEqual(['a', 'b']);
  expect(begun[0]).toEqual([]);
  expect(begun.slice(1).flat().toSorted()).toEqual(['a', 'b']);
  await link.stop();
});
