import mqtt, { type MqttClient } from 'mqtt';
import { downKinds, parseTopic, protocolVersions, type DownKind, type UpKind } from '../../domain/protocol/topics.ts';
import type { DeviceCredential } from './bootstrap.ts';
import { keptMessages } from './kept.ts';

const lookEveryMs = 1_000;
const reconnectMs = 200;
const connectWithinMs = 10_000;

export type Told = { kind: Exclude<DownKind, 'ack'>; body: Record<string, unknown> };

export type GatewayClientOptions = {
  /** `mqtt://host:port`, `mqtts://host:port`, `ws://host:port/mqtt` or `wss://…`. */
  url: string;
  credential: DeviceCredential;
  /** What comes down beside acknowledgements. */
  told?: (told: Told) => void;
};

/** A device's end of the protocol: keeps each message until the portal says that it is stored, over any number of connections. */
export type GatewayClient = {
  /** Connects, and again whenever the connection breaks. */
  connect(): void;
  /** Sends a message and sends it again until it is acknowledged; resolves then. Its number is counted here. */
  send(kind: UpKind, body: object): Promise<void>;
  /** How many messages are not acknowledged yet. */
  unacknowledged(): number;
  /** Goes offline without losing what was not acknowledged; `connect` delivers it. */
  disconnect(): Promise<void>;
};

function open(url: string, { device, username, password }: DeviceCredential): MqttClient {
  return mqtt.connect(url, {
    clientId: device,
    username,
    password,
    protocolVersion: 4,
    clean: true,
    reconnectPeriod: reconnectMs,
    // A portal whose database is away refuses for the moment, and that is no reason to stay away for good.
    reconnectOnConnackError: true,
    connectTimeout: connectWithinMs,
  });
}

/** Makes the device's end of the protocol. `send` is refused with a RangeError when 100,000 messages wait already. */
export function gatewayClient({ url, credential, told }: GatewayClientOptions): GatewayClient {
  const kept = keptMessages();
  let connection: MqttClient | null = null;
  let timer: NodeJS.Timeout | null = null;

  const pump = () => {
    const open = connection;
    if (!open?.connected) return;
    kept.due(
      performance.now(),
      (kind, payload) => void open.publish(`${credential.root}/${kind}`, payload, { qos: 0 }),
    );
  };
  const hear = (topicText: string, payload: Buffer) => {
    const topic = parseTopic(topicText);
    if (topic?.direction !== 'down') return;
    const body = JSON.parse(payload.toString()) as Record<string, unknown>;
    if (topic.kind !== 'ack') told?.({ kind: topic.kind, body });
    // A message that was refused as a whole is not acknowledged, and would never be.
    if ((topic.kind !== 'ack' && topic.kind !== 'error') || typeof body['seq'] !== 'number') return;
    kept.forget(body['seq']);
    pump();
  };

  return {
    connect: () => {
      const opened = open(url, credential);
      connection = opened;
      opened.on('error', () => undefined);
      opened.on('message', hear);
      opened.on('connect', () => {
        kept.sendAgain();
        const topics = downKinds.map((kind) => `${credential.root}/down/${kind}`);
        opened.subscribe(topics, () => {
          // Where the broker is not the portal's own, nobody else tells it that there is somebody to tell something.
          opened.publish(`${credential.root}/hello`, JSON.stringify({ versions: protocolVersions }), { qos: 0 });
          pump();
        });
      });
      timer = setInterval(pump, lookEveryMs).unref();
    },
    send: async (kind, body) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      kept.keep(kind, body, resolve);
      pump();
      await promise;
    },
    unacknowledged: () => kept.count(),
    disconnect: async () => {
      if (timer) clearInterval(timer);
      const closing = connection;
      connection = null;
      await closing?.endAsync(true);
    },
  };
}
