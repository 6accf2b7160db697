import { differences } from '../kit/differences.ts';
import type { Changes, Told } from './clients.ts';
import type { Delivery, Stored } from './evidence.ts';
import type { Listener } from './scene.ts';

type Heard = Pick<Listener, 'name' | 'wanted' | 'webhook' | 'answered' | 'unsigned'> & {
  receiver: Pick<Listener['receiver'], 'received'>;
};

export type Evidence = {
  stored: Stored;
  listeners: readonly Heard[];
  /** The list of events, read while the server was killed and once it was quiet. */
  followed: readonly Told[];
  whole: readonly Told[];
  changes: ReadonlyMap<string, Changes>;
  kills: number;
};

/**
 * Holds what receivers got against the log of events and against what the server noted; each sentence is a fault. Whoever was to be told was told of
 * every event, under its ID and with its position; of nothing else; and again only after a kill, once for each.
 */
export function findFaults({ stored, listeners, followed, whole, changes, kills }: Evidence): string[] {
  const texts = (told: readonly Told[]) => told.map((one) => JSON.stringify(one));
  const logged = stored.events.map(({ id, position, device }) => `${position} ${id} of ${device}`);
  return [
    ...(stored.chainFault ? [stored.chainFault] : []),
    ...changesAsAnswered(stored, changes),
    ...differences('the list of events', logged, whole.map(placeOf)),
    ...(texts(whole).join() === texts(followed).join()
      ? []
      : ['who followed the list of events with a cursor read something else than is there']),
    ...listeners.flatMap((listener) =>
      listener.wanted === 'until-gone'
        ? leftAlone(listener, stored, kills)
        : [...toldOnceEach(listener, texts(whole)), ...asNoted(listener, stored, kills)],
    ),
  ];
}

const placeOf = ({ id, position, device }: Told) => `${position} ${id} of ${String(device)}`;

/** What was answered happened once, what was cut off once or not at all. */
function changesAsAnswered({ events }: Stored, changes: ReadonlyMap<string, Changes>): string[] {
  return [...changes].flatMap(([device, { done, unknown }]) => {
    const there = events.filter((event) => event.device === device).length;
    return there >= done && there <= done + unknown
      ? []
      : [`${device} was changed ${done} times, and perhaps ${unknown} more, and there are ${there} events`];
  });
}

/** A receiver that takes each ID once, and puts them in order by position, has the list of events, word by word. */
function toldOnceEach({ name, wanted, unsigned, receiver }: Heard, whole: readonly string[]): string[] {
  const faults = unsigned.map((id) => `${name}: ${id} is not signed`);
  const bodies = new Map<string, string>();
  for (const { headers, body } of receiver.received) {
    const id = headers['webhook-id'] ?? '';
    if ((bodies.get(id) ?? body) !== body) faults.push(`${name}: ${id} came with two different bodies`);
    bodies.set(id, body);
  }
  const told = [...bodies].map(([id, body]): Told => {
    const { type, timestamp, data } = JSON.parse(body) as { type: string; timestamp: string; data: Told };
    if (data.id !== id) faults.push(`${name}: ${id} tells of ${data.id}`);
    return { ...data, type, at: timestamp };
  });
  const inOrder = told.toSorted((one, other) => one.position - other.position);
  const sameKeys = (text: string) => JSON.stringify(sorted(JSON.parse(text) as Told));
  const wished = wanted ? whole.map(sameKeys) : [];
  const got = inOrder.map((one) => JSON.stringify(sorted(one)));
  faults.push(...differences(`told to ${name}`, wished, got));
  if (faults.length === 0 && wished.join() !== got.join()) faults.push(`${name}: positions do not tell the order`);
  return faults;
}

/** Who wants no more is told of one event, again only where its answer got lost, and left alone then; what was decided for it before waits or failed. */
function leftAlone({ name, webhook, receiver, unsigned }: Heard, stored: Stored, kills: number): string[] {
  const told = receiver.received.length;
  const taken = stored.deliveries.filter((one) => one.webhook === webhook && !['due', 'failed'].includes(one.state));
  return [
    ...unsigned.map((id) => `${name}: ${id} is not signed`),
    ...(told > 0 && told <= 1 + kills ? [] : [`${name} wants no more, and was told ${told} times`]),
    ...(stored.gone.includes(webhook) ? [] : [`${name} wants no more, and is not switched off`]),
    ...taken.map(({ event, state }) => `${name}: ${event} is ${state}, and it took none`),
  ];
}

const sorted = (told: Told) => Object.fromEntries(Object.entries(told).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** The server's own list of what it sent says what the receiver saw, but for what it had no time to note: one message for each kill at most. */
function asNoted({ name, webhook, wanted, receiver, answered }: Heard, stored: Stored, kills: number): string[] {
  const faults: string[] = [];
  const came = Map.groupBy(
    receiver.received.map(({ headers }, at) => ({ id: headers['webhook-id'] ?? '', status: answered[at] ?? null })),
    ({ id }) => id,
  );
  const own = stored.deliveries.filter((one) => one.webhook === webhook);
  const decided = own.map(({ event }) => event);
  faults.push(...differences(`decided for ${name}`, wanted ? stored.events.map(({ id }) => id) : [], decided));
  for (const delivery of own) faults.push(...notedAs(name, delivery, came.get(delivery.event) ?? []));
  const unnoted = repeatsOf(answered, own);
  if (unnoted > kills) faults.push(`${name} got ${unnoted} messages that nobody noted after ${kills} kills`);
  return faults;
}

/** How many messages were answered of which the server had no time to note that they were sent. */
export function repeatsOf(answered: readonly (number | null)[], deliveries: readonly Delivery[]): number {
  const count = (statuses: readonly (number | null)[]) => statuses.filter((one) => one !== null).length;
  return count(answered) - deliveries.reduce((sum, { statuses }) => sum + count(statuses), 0);
}

function notedAs(name: string, delivery: Delivery, came: readonly { status: number | null }[]): string[] {
  const { event, state, tries, statuses } = delivery;
  const about = `${name}: ${event}`;
  const taken = statuses.filter((status) => status === 204).length;
  const noted = (status: number) => statuses.filter((one) => one === status).length;
  const seen = (status: number) => came.filter((one) => one.status === status).length;
  return [
    ...(state === 'taken' && taken === 1 ? [] : [`${about} is ${state}, and was noted as taken ${taken} times`]),
    ...(tries === statuses.length ? [] : [`${about} counts ${tries} tries and notes ${statuses.length}`]),
    ...[204, 500].flatMap((status) =>
      seen(status) >= noted(status)
        ? []
        : [`${about} was answered ${status} ${seen(status)} times, and noted ${noted(status)}`],
    ),
  ];
}
