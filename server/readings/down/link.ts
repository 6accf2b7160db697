import { setTimeout as sleep } from 'node:timers/promises';
import type { Down } from '../../../domain/protocol/down.ts';
import type { App } from '../../kernel/app.ts';
import type { DownSource } from './source.ts';

/** Devices that are asked about at once; when a node starts, thousands begin to listen together. */
const devicesMax = 500;
const retryWaitMs = 500;

/** Hands something to a device where it is connected here and listens; false where not. */
export type Send = (deviceId: string, down: Down) => boolean;

export type DownLink = {
  /** There may be something new for these devices. */
  look(deviceIds: Iterable<string>): void;
  /** These devices begin to listen, or say that they are there: they are told all that holds. */
  greet(deviceIds: Iterable<string>): void;
  stop(): Promise<void>;
};

/** Tells devices what the sources have for them, whatever broker carries it. Who asks while it works is looked at together afterwards. */
export function openDownLink(app: App, sources: readonly DownSource[], send: Send): DownLink {
  /** With those that begin. */
  const waiting = new Map<string, boolean>();
  let running: Promise<void> | null = null;
  let stopping = false;

  const work = async () => {
    while (waiting.size > 0 && !stopping) {
      const some = new Map([...waiting].slice(0, devicesMax));
      for (const id of some.keys()) waiting.delete(id);
      try {
        for (const source of sources) await tell(app, source, some, send);
      } catch (error) {
        app.log.warn({ err: error }, 'devices could not be told what is new; it is tried again');
        for (const [id, begins] of some) note(id, begins);
        await sleep(retryWaitMs);
      }
    }
  };
  const note = (id: string, begins: boolean) => waiting.set(id, begins || waiting.get(id) === true);
  const ask = (deviceIds: Iterable<string>, begins: boolean) => {
    if (sources.length === 0 || stopping) return;
    for (const id of deviceIds) note(id, begins);
    running ??= work().finally(() => {
      running = null;
    });
  };
  return {
    look: (deviceIds) => ask(deviceIds, false),
    greet: (deviceIds) => ask(deviceIds, true),
    stop: async () => {
      stopping = true;
      await running;
    },
  };
}

async function tell(app: App, source: DownSource, devices: ReadonlyMap<string, boolean>, send: Send): Promise<void> {
  const begins = new Set([...devices.keys()].filter((id) => devices.get(id)));
  const downs = await source.pending(app, [...devices.keys()], begins);
  const handed = new Map([...downs].filter(([deviceId, some]) => some.every((down) => send(deviceId, down))));
  if (handed.size > 0) await source.handed?.(app, handed);
}
