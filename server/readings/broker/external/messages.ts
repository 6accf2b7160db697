import mqtt from 'mqtt';
import { payloadBytesMax } from '../../../../domain/protocol/limits.ts';
import { parseTopic } from '../../../../domain/protocol/topics.ts';
import type { Logger } from '../../../kernel/log.ts';
import { nodeName, nodeSubscriptions } from './commands.ts';

const reconnectMs = 1_000;
/** Messages taken and not yet done with; above, nothing more is read, and the broker keeps or drops what comes. */
const underWayMax = 5_000;
/** Packets that the broker may send ahead. */
const aheadMax = 1_000;
const packetBytesMax = payloadBytesMax + 1_024;

export type Messages = {
  /** Connects, once the broker lets nodes in. */
  open(): void;
  /** Sends what a device is told; false when the broker is not connected. */
  send(topic: string, payload: string): boolean;
  connected(): boolean;
  stop(): Promise<void>;
};

/**
 * The connection on which a node takes its share of what devices say. PUBACK goes to the broker at once and promises nothing to
 * anybody: a device keeps a message until `down/ack`, which comes after the commit.
 */
export function openMessages(
  url: string,
  password: string,
  log: Logger,
  take: (topic: string, payload: Buffer) => Promise<void>,
): Messages {
  const address = new URL(url);
  address.username = '';
  address.password = '';
  const client = mqtt.connect(address.toString(), {
    username: nodeName,
    password,
    protocolVersion: 5,
    clean: true,
    reconnectPeriod: reconnectMs,
    reconnectOnConnackError: true,
    manualConnect: true,
    properties: { receiveMaximum: aheadMax, maximumPacketSize: packetBytesMax },
  });
  let underWay = 0;
  let goOn: (() => void) | null = null;
  const done = () => {
    underWay -= 1;
    if (underWay >= underWayMax) return;
    goOn?.();
    goOn = null;
  };
  client.handleMessage = (packet, next) => {
    underWay += 1;
    const payload = Buffer.isBuffer(packet.payload) ? packet.payload : Buffer.from(packet.payload);
    void take(packet.topic, payload)
      .catch((error: unknown) => log.warn({ err: error }, 'a message of a device was not taken; it sends it again'))
      .finally(done);
    if (underWay < underWayMax) next();
    else goOn = next;
  };
  client.on('connect', () => client.subscribe([...nodeSubscriptions], { qos: 1 }));
  client.on('error', (error) => log.debug({ err: error }, 'the connection for messages is tried again'));
  let opened = false;
  return {
    open: () => {
      if (!opened) client.connect();
      opened = true;
    },
    send: (topic, payload) => {
      if (!client.connected || parseTopic(topic)?.direction !== 'down') return false;
      client.publish(topic, payload, { qos: 0 });
      return true;
    },
    connected: () => client.connected,
    stop: async () => {
      await client.endAsync(true);
    },
  };
}
