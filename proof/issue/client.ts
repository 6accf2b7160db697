import type { Member } from '../../tools/test/accounts.ts';
import type { TestKey } from '../../tools/test/activation-keys.ts';
import type { Answer } from '../../tools/test/person.ts';
import type { Random } from '../kit/random.ts';
import { plain, wasIssued, type IssuedKey, type Operation, type Settled } from './operation.ts';

/** What the clients of one run share. */
export type Market = {
  /** Activation keys that nobody has tried yet. */
  fresh: TestKey[];
  /** Those handed out last: others may want them at the same moment. */
  recent: TestKey[];
  /** Pairs known to be bound. */
  bound: { key: TestKey; deviceId: string }[];
  history: Operation[];
  /** How often which unexpected status came: the server may be away, but never be surprised. */
  statuses: Map<number, number>;
  /** Resolves when the server is up again. */
  up(): Promise<void>;
  /** Resolves when the next thing may be asked for. */
  rest(): Promise<void>;
  isOver(): boolean;
};

/** A market before anybody has come, where nobody waits for the server or for each other unless it is said how. */
export function newMarket(rules: Pick<Market, 'fresh' | 'isOver'> & Partial<Pick<Market, 'up' | 'rest'>>): Market {
  const atOnce = async () => undefined;
  return { recent: [], bound: [], history: [], statuses: new Map(), up: atOnce, rest: atOnce, ...rules };
}

const recentMax = 6;
const keysPerDeviceMax = 12;
/** Guesses at registration IDs are counted, and from the tenth in an hour on the organization has to wait. */
const wrongIdsMax = 6;
const category = 'conference-unit';

export type Client = { run(): Promise<void>; replays(): number };

/** An organization that issues without a pause: what it wants next comes from its own seeded chance. */
export function issuingClient(member: Member, index: number, market: Market, random: Random): Client {
  const devices = new Map<string, number>();
  const settled: Operation[] = [];
  let wrongIds = 0;
  let replays = 0;

  const newDevice = () => random.hex(16);
  const anyDevice = () => {
    const roomy = [...devices].filter(([, keys]) => keys <= keysPerDeviceMax - 3).map(([deviceId]) => deviceId);
    return roomy.length > 0 && random.chance(0.4) ? random.pick(roomy) : newDevice();
  };
  const takeFresh = (): TestKey[] => {
    const taken = market.fresh.pop();
    if (!taken) return [];
    market.recent = [taken, ...market.recent].slice(0, recentMax);
    return [taken];
  };

  /** What to ask for, in words of K-04; null where there is nothing of the kind yet. */
  const wishes: { weight: number; make(): { deviceId: string; keys: TestKey[] } | null }[] = [
    { weight: 50, make: () => wish(anyDevice(), Array.from({ length: 1 + random.below(3) }, takeFresh).flat()) },
    { weight: 15, make: () => wishOf(market.bound, (pair) => wish(pair.deviceId, [pair.key])) },
    { weight: 15, make: () => wishOf(market.bound, (pair) => wish(newDevice(), [pair.key])) },
    { weight: 10, make: () => wishOf(market.recent, (key) => wish(newDevice(), [key])) },
    { weight: 5, make: () => wishOf(market.bound, (pair) => wish(newDevice(), [...takeFresh(), pair.key])) },
    { weight: 5, make: () => (++wrongIds > wrongIdsMax ? null : wish(newDevice(), takeFresh().map(withWrongId))) },
  ];
  const wishOf = <T>(items: readonly T[], make: (item: T) => ReturnType<typeof wish>) =>
    items.length > 0 ? make(random.pick(items)) : null;
  const withWrongId = (key: TestKey) => ({ ...key, registrationId: random.hex(16) });

  const next = (): Operation | null => {
    let at = random.below(wishes.reduce((sum, { weight }) => sum + weight, 0));
    const chosen = wishes.find(({ weight }) => (at -= weight) < 0)?.make();
    if (!chosen || chosen.keys.length === 0) return null;
    const number = market.history.length;
    const addresses = random.chance(0.2)
      ? Array.from({ length: 1 + random.below(2) }, (_, of) => `o${number}.${of}@example.jp`)
      : [];
    const operation: Operation = {
      organization: member.organization,
      idempotencyKey: `client${index}-${random.hex(16)}`,
      deviceId: chosen.deviceId,
      activationKeys: chosen.keys,
      addresses,
      answers: [],
      broken: 0,
      abandoned: false,
    };
    market.history.push(operation);
    return operation;
  };

  const send = async (operation: Operation): Promise<boolean> => {
    const { deviceId, activationKeys, addresses } = operation;
    const mail = addresses.length > 0 ? { mail: { addresses, subject: '登録キー' } } : {};
    const body = { category, deviceId, activationKeys, ...mail };
    const headers = { 'idempotency-key': operation.idempotencyKey };
    const answer = await member.call('POST', `${member.path}/registration-keys`, body, headers).catch(() => null);
    const read = answer && readAnswer(answer);
    if (answer && !read) market.statuses.set(answer.status, (market.statuses.get(answer.status) ?? 0) + 1);
    if (read) operation.answers.push(read);
    else operation.broken += 1;
    return read !== null;
  };

  const perform = async (operation: Operation): Promise<void> => {
    while (!(await send(operation))) {
      if (random.chance(0.2)) {
        operation.abandoned = true;
        return;
      }
      await market.up();
    }
    settled.push(operation);
    if (!wasIssued(operation)) return;
    devices.set(operation.deviceId, (devices.get(operation.deviceId) ?? 0) + operation.activationKeys.length);
    for (const key of operation.activationKeys) market.bound.push({ key, deviceId: operation.deviceId });
  };

  return {
    replays: () => replays,
    run: async () => {
      while (!market.isOver()) {
        const operation = next();
        if (operation) await perform(operation);
        if (settled.length > 0 && random.chance(0.1) && (await send(random.pick(settled)))) replays += 1;
        if (!operation) await market.up();
        await market.rest();
      }
    },
  };
}

function wish(deviceId: string, keys: TestKey[]): { deviceId: string; keys: TestKey[] } {
  return { deviceId, keys };
}

/** Null for what settles nothing: the server is away, starting, or still busy with the same request. */
function readAnswer({ status, body }: Answer): Settled | null {
  if (status !== 201 && status !== 422) return null;
  const keys = ((body.keys ?? []) as IssuedKey[]).map((key) => ({
    activationKey: plain(key.activationKey),
    registrationKey: plain(key.registrationKey),
    state: key.state,
  }));
  return { status, keys, errors: body.errors ?? null, mailedTo: (body.mailedTo ?? []) as string[] };
}
