import type { AuthenticateError, Client } from 'aedes';
import { mayPublish, maySubscribe, parseTopic, type UpKind } from '../../../domain/protocol/topics.ts';
import type { App } from '../../kernel/app.ts';
import { rateLimiter } from '../../kernel/http/limits.ts';
import { logInDevice } from '../credentials/log-in.ts';
import { findEnded } from '../credentials/store.ts';
import type { CredentialedReporter, Reporter } from '../reporter.ts';

const refusedLoginsPerMinute = 120;
/** Return codes of CONNACK. */
const refusals = { unavailable: 3, credential: 4, forbidden: 5 } as const;
type Refusal = keyof typeof refusals;

type Will = { topic: string } | undefined;

/** Who is connected, and as whom. */
export type Doorway = ReturnType<typeof makeDoorway>;

/** Lets devices in and puts them out when what they came with no longer holds. */
export function makeDoorway(app: App) {
  const reporters = new WeakMap<Client, CredentialedReporter>();
  const listens = new WeakMap<Client, Set<string>>();
  const tells = new WeakMap<Client, Map<string, UpKind>>();
  const wills = new WeakMap<Client, Will>();
  const addresses = new WeakMap<Client, string>();
  const byCredential = new Map<string, Set<Client>>();
  const byDevice = new Map<string, Set<Client>>();
  const refusedLogins = rateLimiter(app.clock);

  const judge = async (client: Client, name: string, secret: string): Promise<Refusal | null> => {
    const address = addresses.get(client) ?? '';
    if (refusedLogins.peek(address, refusedLoginsPerMinute) > 0) return 'unavailable';
    const reporter = await logInDevice(app, name, secret);
    const will = wills.get(client);
    const refusal: Refusal | null = !reporter
      ? 'credential'
      : client.id !== reporter.device || (will && !mayPublish(will.topic, ownerOf(reporter)))
        ? 'forbidden'
        : null;
    if (refusal || !reporter) {
      refusedLogins.take(address, refusedLoginsPerMinute);
      return refusal;
    }
    reporters.set(client, reporter);
    keep(byCredential, reporter.credentialId, client);
    keep(byDevice, reporter.deviceId, client);
    return null;
  };

  const putOut = (credentialId: string) => {
    for (const client of byCredential.get(credentialId) ?? []) client.close();
    byCredential.delete(credentialId);
  };

  return {
    arrive: (client: Client, address: string) => void addresses.set(client, address),
    promise: (client: Client, will: Will) => void wills.set(client, will),
    /** Whether a client is what its credential says; its name must be that of the device. */
    admit: async (client: Client, name: string, secret: string): Promise<AuthenticateError | null> => {
      const refusal = await judge(client, name, secret).catch((error: unknown): Refusal => {
        app.log.warn({ err: error }, 'a device could not be let in');
        return 'unavailable';
      });
      return refusal && Object.assign(new Error(`refused: ${refusal}`), { returnCode: refusals[refusal] });
    },
    who: (client: Client | null): Reporter | undefined => (client ? reporters.get(client) : undefined),
    /** What a topic says of the message when this client may send to it: one of its own that lead up, nothing else. */
    mayTell: (client: Client, topic: string): UpKind | undefined => {
      const known = tells.get(client) ?? new Map<string, UpKind>();
      const kind = known.get(topic) ?? upKindOf(topic, reporters.get(client));
      // The few that are its own are read once: every message asks.
      if (kind) tells.set(client, known.set(topic, kind));
      return kind;
    },
    listen: (client: Client, topic: string): boolean => {
      const reporter = reporters.get(client);
      if (!reporter || !maySubscribe(topic, ownerOf(reporter))) return false;
      listens.set(client, (listens.get(client) ?? new Set()).add(topic));
      return true;
    },
    unlisten: (client: Client, topic: string) => void listens.get(client)?.delete(topic),
    listensTo: (client: Client, topic: string): boolean => !client.closed && listens.get(client)?.has(topic) === true,
    putOut,
    /** Looks at everybody: for when withdrawals may have been missed. */
    putOutEnded: async (): Promise<void> => {
      for (const id of await findEnded(app.db, [...byCredential.keys()])) putOut(id);
    },
    leave: (client: Client) => {
      const reporter = reporters.get(client);
      forget(byCredential, reporter?.credentialId ?? '', client);
      forget(byDevice, reporter?.deviceId ?? '', client);
    },
    /** The connections of a device, by its inside ID: one, or two for the moment in which a new one takes over. */
    connectedAs: (deviceId: string): Client[] => [...(byDevice.get(deviceId) ?? [])],
    devices: (): Iterable<string> => byDevice.keys(),
  };
}

function keep(by: Map<string, Set<Client>>, key: string, client: Client): void {
  by.set(key, (by.get(key) ?? new Set()).add(client));
}

function forget(by: Map<string, Set<Client>>, key: string, client: Client): void {
  by.get(key)?.delete(client);
  if (by.get(key)?.size === 0) by.delete(key);
}

function upKindOf(topic: string, reporter: Reporter | undefined): UpKind | undefined {
  const parsed = parseTopic(topic);
  if (!reporter || parsed?.direction !== 'up' || !mayPublish(topic, ownerOf(reporter))) return undefined;
  return parsed.kind;
}

export function ownerOf({ site, device }: Reporter): { site: string; device: string } {
  return { site: site.id, device };
}
