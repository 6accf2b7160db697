import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DeviceCredential } from '../../edge/gateway/bootstrap.ts';
import type { Watcher } from '../../tools/test/live.ts';
import { publishPacket } from '../../tools/test/mqtt-packets.ts';

/** A stream shows a topic at most four times a second, so that a report sooner than that would wait for its turn. */
const everyMs = 300;

export type Waits = { stored: number[]; shown: number[] };

/** Reports a number so many times; milliseconds until each is acknowledged, and until somebody who watches sees it. */
export async function probe(
  socket: Socket,
  { root }: DeviceCredential,
  watcher: Watcher,
  count: number,
): Promise<Waits> {
  const waits: Waits = { stored: [], shown: [] };
  for (let number = 1; number <= count; number += 1) {
    const payload = JSON.stringify({ time: Date.now(), values: { powerConsumed: number } });
    const started = performance.now();
    const acknowledged = new Promise<number>((resolve) => {
      socket.once('data', () => resolve(performance.now() - started));
    });
    socket.write(publishPacket(`${root}/telemetry`, payload, (number % 65_535) + 1));
    const shown = shows(watcher, number).then(() => performance.now() - started);
    waits.stored.push(await acknowledged);
    waits.shown.push(await shown);
    await sleep(everyMs);
  }
  return waits;
}

async function shows(watcher: Watcher, number: number): Promise<void> {
  for (;;) {
    const { data } = await watcher.until('shown');
    const { latest } = data as { latest: { values: (number | null)[] } | null };
    if (latest?.values[2] === number) return;
  }
}
