import type { Duplex } from 'node:stream';
import { Aedes, type AedesOptions, type Client, type PublishPacket } from 'aedes';
import { formatDown, type Down } from '../../../domain/protocol/down.ts';
import { payloadBytesMax } from '../../../domain/protocol/limits.ts';
import { downTopic, parseTopic, type UpKind } from '../../../domain/protocol/topics.ts';
import type { App } from '../../kernel/app.ts';
import { connectedTo } from '../connected.ts';
import { withdrawnChannel } from '../credentials/store.ts';
import { openDownLink, type DownLink, type Send } from '../down/link.ts';
import { tellChannel } from '../down/tell.ts';
import { hear } from '../../kernel/hear.ts';
import { intakeOf } from '../intake/intake.ts';
import { keepPace } from '../intake/pace.ts';
import { readArrived } from './arrived.ts';
import { makeDoorway, ownerOf, type Doorway } from './doorway.ts';
import { limitPackets } from './packet-limit.ts';

/** The topic and the other parts of a packet beside the payload. */
const packetBytesMax = payloadBytesMax + 1_024;
const connectWithinMs = 10_000;
const clientIdCharactersMax = 64;

export type Broker = {
  /** Speaks MQTT on a connection, whatever carries it. */
  handle(connection: Duplex, address: string): void;
  close(): Promise<void>;
};

/**
 * The embedded broker: MQTT 3.1.1 in which a device reaches its own topics alone. A message is acknowledged (PUBACK) after the commit,
 * because the broker asks whether it is allowed and is told so only then. Nothing is kept of sessions: what a device must hear it is
 * told when it is there, and what it said it keeps until it is acknowledged.
 */
export async function openBroker(app: App, databaseUrl: string): Promise<Broker> {
  const doorway = makeDoorway(app);
  const { downs } = connectedTo(app);
  const send: Send = (deviceId, down) => doorway.connectedAs(deviceId).some((client) => tell(doorway, client, down));
  const link = openDownLink(app, downs, send);
  const again = openDownLink(
    app,
    downs.filter((source) => source.again),
    send,
  );
  const greeted = (client: Client) => {
    const device = doorway.who(client)?.deviceId;
    if (device) again.greet([device]);
  };
  const broker = new IntakeOnly(optionsOf(app, doorway, greeted));
  await broker.listen();
  const stopCounting = app.metrics.gauge('engawa_mqtt_connections', () => [{ value: broker.connectedClients }]);
  const lookAtAll = async () => {
    link.look(doorway.devices());
    await doorway.putOutEnded();
  };
  const ears = hear(
    databaseUrl,
    app.log,
    'engawa-devices',
    { [withdrawnChannel]: doorway.putOut, [tellChannel]: (deviceId) => tellHere(doorway, link, deviceId) },
    () =>
      void lookAtAll().catch((error: unknown) =>
        app.log.warn({ err: error }, 'credentials of connected devices were not checked'),
      ),
  );
  const kinds = new Set<string>(downs.map(({ kind }) => kind));
  broker.on('subscribe', (subscriptions, client) => {
    const device = doorway.who(client)?.deviceId;
    if (device && subscriptions.some(({ topic }) => kinds.has(parseTopic(topic)?.kind ?? ''))) link.greet([device]);
  });
  broker.on('unsubscribe', (topics, client) => {
    for (const topic of topics) doorway.unlisten(client, topic);
  });
  broker.on('clientDisconnect', doorway.leave);
  // Whoever sends nonsense is cut off; there is nothing more to be done about it.
  broker.on('clientError', (client, error) => app.log.debug({ err: error, device: client.id }, 'a device was cut off'));
  broker.on('connectionError', (_, error) => app.log.debug({ err: error }, 'a connection was cut off'));
  return {
    handle: (connection, address) => {
      limitPackets(connection, packetBytesMax);
      doorway.arrive(broker.handle(connection), address);
    },
    close: async () => {
      stopCounting();
      await ears.stop();
      await link.stop();
      await again.stop();
      await new Promise<void>((resolve) => {
        broker.close(() => resolve());
      });
      await intakeOf(app).drain();
    },
  };
}

type Done = (error?: Error) => void;

/** Does not hand on what devices say: but for the intake, which has it by then, nobody may listen to it, and looking for them costs. */
class IntakeOnly extends Aedes {
  override publish(packet: PublishPacket, from: Client | Done, done?: Done): void {
    if (typeof from === 'function') super.publish(packet, from);
    else done?.();
  }
}

function optionsOf(app: App, doorway: Doorway, greeted: (client: Client) => void): AedesOptions {
  return {
    connectTimeout: connectWithinMs,
    maxClientsIdLength: clientIdCharactersMax,
    preConnect: (client, packet, done) => {
      doorway.promise(client, packet.will as { topic: string } | undefined);
      // Without sessions of its own the broker has nothing to lose and nothing to fill up.
      packet.clean = true;
      done(null, true);
    },
    authenticate: async (client, username, password, done) => {
      const refused = await doorway.admit(client, username ?? '', password?.toString() ?? '');
      done(refused, refused === null);
    },
    authorizeSubscribe: (client, subscription, done) =>
      done(null, doorway.listen(client, subscription.topic) ? subscription : null),
    authorizePublish: async (client, packet, done) => {
      const kind = client && doorway.mayTell(client, packet.topic);
      const error = kind ? await receive(app, doorway, client, kind, packet) : new Error('not a topic of this device');
      done(error);
      if (client && error === null && kind === 'hello') greeted(client);
    },
  };
}

/** Stores a message and tells its sender; an error cuts the connection, and the message is not acknowledged. */
async function receive(
  app: App,
  doorway: Doorway,
  client: Client,
  kind: UpKind,
  packet: PublishPacket,
): Promise<Error | null> {
  const reporter = doorway.who(client);
  if (!reporter) return new Error('from no device');
  const payload = Buffer.isBuffer(packet.payload) ? packet.payload : Buffer.from(packet.payload);
  try {
    const pause = keepPace(app, reporter, 1);
    if (pause) await pause;
    const answers = await intakeOf(app).submit(reporter, readArrived(kind, payload));
    if (!answers) return new Error('the credential was withdrawn');
    for (const answer of answers) tell(doorway, client, answer);
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Hands something to a device, if it listens. */
function tell(doorway: Doorway, client: Client, answer: Down): boolean {
  const reporter = doorway.who(client);
  if (!reporter) return false;
  const { kind, payload } = formatDown(answer);
  const topic = downTopic(ownerOf(reporter), kind);
  if (!doorway.listensTo(client, topic)) return false;
  client.publish({ cmd: 'publish', topic, payload, qos: 0, retain: false, dup: false }, () => undefined);
  return true;
}

/** Every node hears of every device; the one it is connected to asks. */
function tellHere(doorway: Doorway, link: DownLink, deviceId: string): void {
  if (doorway.connectedAs(deviceId).length > 0) link.look([deviceId]);
}
