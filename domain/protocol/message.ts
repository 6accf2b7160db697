import { fail, pass, type Verdict } from '../verdict.ts';
import { readBody, type Body } from './body.ts';
import type { ProtocolCode } from './codes.ts';
import { payloadBytesMax, sequenceMax } from './limits.ts';
import { readTime } from './time.ts';
import { isTopicName, type UpKind } from './topics.ts';

/** What every message may carry beside its body. */
export type Envelope = {
  /** Counted by the sender, who keeps the message until it is acknowledged under this number; null when it does not ask for that. */
  seq: number | null;
  /** Serial number of the device it is about, when an agent reports for another; null for the sender itself. */
  device: string | null;
  /** When it was measured or happened, milliseconds since 1970; null where a message needs none and has none. */
  timeMs: number | null;
};

/** A message of a device. Fields that nobody knows are left out: a newer device may send more. */
export type Message = Envelope & Body;

export type MessageFault = { code: ProtocolCode; seq: number | null };

const timeless: readonly UpKind[] = ['hello'];

/**
 * Reads the payload of a topic that leads up: UTF-8 JSON of at most 64 KiB, one object.
 * @returns the message, or what is wrong; `params.seq` stands there when the message had one that could be read.
 */
export function parseMessage(kind: UpKind, payload: Uint8Array): Verdict<Message, ProtocolCode> {
  if (payload.byteLength > payloadBytesMax) return fail('payload-too-large');
  const json = readJson(payload);
  return json.ok ? readMessage(kind, json.value) : json;
}

/** As `parseMessage`, for one that has been read as JSON already (a batch over HTTPS). */
export function readMessage(kind: UpKind, value: unknown): Verdict<Message, ProtocolCode> {
  if (!isObject(value)) return fail('not-an-object');
  const { seq = null, device = null, time } = value;
  if (seq !== null && !isSequence(seq)) return fail('seq-wrong');
  const refuse = (code: ProtocolCode) => (seq === null ? fail(code) : fail(code, { seq }));
  if (device !== null && (typeof device !== 'string' || !isTopicName(device))) return refuse('device-wrong');
  const timeMs = time === undefined ? null : readTime(time);
  if (timeMs === null && (time !== undefined || !timeless.includes(kind))) return refuse('time-wrong');
  const body = readBody(kind, value);
  if (!body.ok) return refuse(body.code);
  return pass({ seq, device, timeMs, ...body.value });
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function readJson(payload: Uint8Array): Verdict<unknown, ProtocolCode> {
  try {
    return pass(JSON.parse(utf8.decode(payload)) as unknown);
  } catch {
    return fail('not-json');
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSequence(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= sequenceMax;
}
