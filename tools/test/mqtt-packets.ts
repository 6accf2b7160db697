import type { DeviceCredential } from '../../edge/gateway/bootstrap.ts';

const connectKind = 0x10;
const publishQos0 = 0x30;
const publishQos1 = 0x32;
const subscribeKind = 0x82;
/** MQTT 3.1.1; name and password follow, no session is kept; ten minutes without a word are no fault. */
const connectHead = Buffer.from([0, 4, 0x4d, 0x51, 0x54, 0x54, 4, 0xc2, 0x02, 0x58]);

/** A packet of MQTT: its kind, its length by seven bits a byte, its body. */
export function packetOf(kind: number, body: Buffer): Buffer {
  const length: number[] = [];
  for (let left = body.length; ; left >>= 7) {
    length.push((left & 0x7f) | (left > 0x7f ? 0x80 : 0));
    if (left <= 0x7f) break;
  }
  return Buffer.concat([Buffer.from([kind, ...length]), body]);
}

function textOf(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([numberOf(bytes.length), bytes]);
}

function numberOf(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

export function connectPacket({ device, username, password }: DeviceCredential): Buffer {
  return packetOf(connectKind, Buffer.concat([connectHead, textOf(device), textOf(username), textOf(password)]));
}

/** A message with QoS 1 when it has a number, else with QoS 0. */
export function publishPacket(topic: string, payload: string, messageId?: number): Buffer {
  if (messageId === undefined) return packetOf(publishQos0, Buffer.concat([textOf(topic), Buffer.from(payload)]));
  return packetOf(publishQos1, Buffer.concat([textOf(topic), numberOf(messageId), Buffer.from(payload)]));
}

export function subscribePacket(topic: string, messageId: number): Buffer {
  return packetOf(subscribeKind, Buffer.concat([numberOf(messageId), textOf(topic), Buffer.from([0])]));
}
