import type { Gate } from '../kit/kills.ts';
import { ask, type Asking } from '../kit/said.ts';
import type { Scene } from './scene.ts';

/** An event as the list of events tells it. */
export type Told = { id: string; position: number; type: string; at: string } & Record<string, unknown>;

/** How often somebody changed a device: for certain, and cut off in the middle, so that nobody knows. */
export type Changes = { done: number; unknown: number };

export type Market = Asking & {
  changes: Map<string, Changes>;
  /** What was read of the list of events while the server was killed, with one cursor all the way. */
  followed: Told[];
  cursor: string;
  gate: Gate;
  isOver: () => boolean;
};

const feedLimit = 50;
const changedMeanwhile = 412;

/** Changes a device again and again, as it was seen the moment before. */
export async function keepChanging(market: Market, { owner }: Scene, device: string): Promise<void> {
  const path = `${owner.path}/devices/${device}`;
  const changes: Changes = { done: 0, unknown: 0 };
  market.changes.set(device, changes);
  for (let turn = 1; !market.isOver(); turn += 1) {
    await market.gate.rest();
    const seen = await ask(market, () => owner.call('GET', path));
    if (!seen) {
      await market.gate.passed();
      continue;
    }
    const version = { 'if-match': String(seen.headers.get('etag')) };
    const said = await ask(market, () => owner.call('PATCH', path, { values: { remarks: `${turn}` } }, version));
    if (!said) {
      changes.unknown += 1;
      await market.gate.passed();
    } else if (said.status < 300) changes.done += 1;
    // What was cut off may have been stored after the device was looked at again.
    else if (said.status !== changedMeanwhile || changes.unknown === 0)
      throw new Error(`the answer ${said.status} to a change of a device: ${String(said.body.type)}`);
  }
}

/** Reads one page of the list of events on from where the last ended; whether there may be more. */
export async function follow(market: Market, { owner }: Scene, types: string): Promise<boolean> {
  const query = `?types=${types}&limit=${feedLimit}&after=${market.cursor}`;
  const said = await ask(market, () => owner.call('GET', `${owner.path}/events${query}`));
  if (!said) {
    await market.gate.passed();
    return true;
  }
  if (said.status !== 200) throw new Error(`the answer ${said.status} to a list of events`);
  market.followed.push(...(said.body.items as Told[]));
  market.cursor = String(said.body.cursor);
  return said.body.more === true;
}
