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
  /** These devices may have to be told something: they begin to listen, or something is new. */
  look(deviceIds: Iterable<string>): void;
  stop(): Promise<void>;
};

/** Tells devices what the sources have for them, whatever broker carries it. Who asks while it works is looked at together afterwards. */
export function openDownLink(app: App, sources: readonly DownSource[], send: Send): DownLink {
  const waiting = new Set<string>();
  let running: Promise<void> | null = null;
  let stopping = false;

  const work = async () => {
    while (waiting.size > 0 && !stopping) {
      const some = [...waiting].slice(0, devicesMax);
      for (const id of some) waiting.delete(id);
      try {
        for (const source of sources) await tell(app, source, some, send);
      } catch (error) {
        app.log.warn({ err: error }, 'devices could not be told what is new; it is tried again');
        for (const id of some) waiting.add(id);
        await sleep(retryWaitMs);
      }
    }
  };
  return {
    look: (deviceIds) => {
      if (sources.length === 0 || stopping) return;
      for (const id of deviceIds) waiting.add(id);
      running ??= work().finally(() => {
        running = null;
      });
    },
    stop: async () => {
      stopping = true;
      await running;
    },
  };
}

async function tell(app: App, source: DownSource, deviceIds: readonly string[], send: Send): Promise<void> {
  const downs = await source.pending(app, deviceIds);
  const handed = new Map([...downs].filter(([deviceId, some]) => some.every((down) => send(deviceId, down))));
  if (handed.size > 0) await source.handed?.(app, handed);
}
