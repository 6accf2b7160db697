import { describe, expect, test } from 'vitest';
import { streamBody, streamLimits, type Ending, type StreamLimits } from './stream.ts';

const patient: StreamLimits = { checkEveryMs: 1, idleMs: 60_000, wholeMs: 60_000 };

async function* endless(): AsyncGenerator<Uint8Array> {
  for (;;) yield new Uint8Array([1]);
}
async function* three(): AsyncGenerator<Uint8Array> {
  for (const one of [1, 2, 3]) yield new Uint8Array([one]);
}

/** A body, and how it ended. */
function start(chunks: AsyncGenerator<Uint8Array>, limits = patient, stillAllowed = async () => true) {
  const told = Promise.withResolvers<{ ending: Ending; cut: boolean }>();
  let cut = false;
  const ended = async (ending: Ending) => told.resolve({ ending, cut });
  const body = streamBody({ chunks, stillAllowed, ended, cut: () => (cut = true), limits });
  return { body, reader: body.getReader() as ReadableStreamDefaultReader<Uint8Array>, told: told.promise };
}

describe('P-22 a file on its way', () => {
  test('comes whole to who takes it all', async () => {
    const { reader, told } = start(three());
    const taken: number[] = [];
    for (let step = await reader.read(); !step.done; step = await reader.read()) taken.push(...step.value);
    expect(taken).toEqual([1, 2, 3]);
    expect(await told).toEqual({ ending: 'whole', cut: false });
  });

  test('is made as fast as it is taken', async () => {
    let made = 0;
    async function* counted() {
      for await (const chunk of endless()) {
        made += 1;
        yield chunk;
      }
    }
    const { reader, told } = start(counted());
    await reader.read();
    await reader.read();
    expect(made).toBeLessThanOrEqual(3);
    await reader.cancel();
    expect(await told).toMatchObject({ ending: 'reader-gone' });
  });

  test('is cut when the right ends, and when nobody can say whether it holds', async () => {
    let allowed = true;
    const first = start(endless(), patient, async () => allowed);
    await first.reader.read();
    allowed = false;
    expect(await first.told).toEqual({ ending: 'right-ended', cut: true });
    const second = start(endless(), patient, () => Promise.reject(new Error('no database')));
    expect(await second.told).toEqual({ ending: 'right-ended', cut: true });
    // Twice within the second in which a right ends everywhere.
    expect(2 * streamLimits.checkEveryMs).toBeLessThan(1_000);
  });

  test('does not end as whole when the right ended before its last byte', async () => {
    const slow = { ...patient, checkEveryMs: 60_000 };
    const { reader, told } = start(three(), slow, async () => false);
    for (let taken = 0; taken < 3; taken += 1) await reader.read();
    void reader.read();
    expect(await told).toEqual({ ending: 'right-ended', cut: true });
  });

  test('is cut when nobody takes it, when it takes too long, and when it fails', async () => {
    expect(await start(endless(), { ...patient, idleMs: 1 }).told).toEqual({ ending: 'reader-asleep', cut: true });
    expect(await start(endless(), { ...patient, wholeMs: 1 }).told).toEqual({ ending: 'too-long', cut: true });
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array([1]);
      throw new Error('the database went away');
    }
    const { reader, told } = start(broken());
    await reader.read();
    void reader.read();
    expect(await told).toEqual({ ending: 'failed', cut: true });
  });

  test('looks broken when its end cannot be written down', async () => {
    let cut = false;
    const body = streamBody({
      chunks: three(),
      stillAllowed: async () => true,
      ended: () => Promise.reject(new Error('no event')),
      cut: () => (cut = true),
      limits: patient,
    });
    const reader = body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
    for (let taken = 0; taken < 3; taken += 1) await reader.read();
    const last = reader.read().then(() => 'closed');
    expect(await Promise.race([last, new Promise((resolve) => setImmediate(() => resolve('open')))])).toBe('open');
    expect(cut).toBe(true);
  });
});
