import type { DepartmentCounters } from '../../../domain/protocol/body.ts';
import type { Message } from '../../../domain/protocol/message.ts';
import type { Down } from '../../../domain/protocol/down.ts';
import type { UpKind } from '../../../domain/protocol/topics.ts';
import type { ReadingFaultCode } from '../../../domain/readings/codes.ts';
import { decodeValues, isEmpty } from '../../../domain/readings/decode.ts';
import { mergeReadings } from '../../../domain/readings/merge.ts';
import { checkSampleTime } from '../../../domain/readings/window.ts';
import type { Params } from '../../../domain/verdict.ts';
import type { Site } from '../../kernel/app.ts';
import type { Subject } from '../reporter.ts';
import type { Row } from './copy.ts';
import type { Item } from './item.ts';

export type Report = {
  siteId: string;
  deviceKey: number;
  kind: UpKind;
  timeMs: number;
  body: Record<string, unknown>;
  receivedAt: Date;
};
/** A reading of one device at one time, with what is needed to derive from it. */
export type GatheredRow = Row & { site: Site; subject: Subject; receivedAt: Date };

/** What a batch of messages comes to, before anything is written. */
export type Gathered = {
  rows: Map<string, GatheredRow>;
  reports: Report[];
  clocks: Map<number, { aheadMs: number; askedAt: Date }>;
  faults: Map<string, { deviceKey: number; code: ReadingFaultCode; receivedAt: Date; count: number }>;
  answers: Down[][];
};

/** Finds the device that a message is about: the sender, or one bound to it (decisions.md "Devices over the wire"). */
export type FindSubject = (item: Item, serial: string) => Subject | undefined;

/** Reads a batch by the models of its devices. Messages of one device and time become one. */
export function gather(items: readonly Item[], findSubject: FindSubject): Gathered {
  const gathered: Gathered = { rows: new Map(), reports: [], clocks: new Map(), faults: new Map(), answers: [] };
  for (const item of items) gathered.answers.push(takeItem(gathered, item, findSubject));
  return gathered;
}

function takeItem(gathered: Gathered, item: Item, findSubject: FindSubject): Down[] {
  const { arrived, reporter, receivedAt } = item;
  const answers: Down[] = [];
  const seq = 'fault' in arrived ? arrived.seq : arrived.message.seq;
  const refuse = (code: ReadingFaultCode, deviceKey: number, params?: Params) => {
    countFault(gathered, deviceKey, code, receivedAt);
    answers.push({ kind: 'error', code, ...(seq !== null && { seq }), ...(params && { params }) });
  };
  if ('fault' in arrived) {
    refuse(arrived.fault, reporter.deviceKey, arrived.params);
    return answers;
  }
  const { message } = arrived;
  const subject = message.device === null ? reporter : findSubject(item, message.device);
  if (!subject) {
    refuse('device-not-its-own', reporter.deviceKey);
    return answers;
  }
  const time = message.kind === 'time' ? null : checkTime(message, receivedAt);
  if (time && !time.ok) {
    refuse(time.code, subject.deviceKey);
    return answers;
  }
  takeMessage(gathered, item, message, subject, (code, params) => refuse(code, subject.deviceKey, params), answers);
  if (seq !== null) answers.push({ kind: 'ack', seq });
  return answers;
}

function checkTime({ timeMs }: Message, receivedAt: Date) {
  return timeMs === null ? null : checkSampleTime(timeMs, receivedAt.getTime());
}

/** What a device counted by department is a report for each of them, as one that is known already is known by its body. */
function bodiesOf({ departments, ...body }: Record<string, unknown>): Record<string, unknown>[] {
  return departments === undefined ? [body] : [body, ...(departments as DepartmentCounters[])];
}

function takeMessage(
  gathered: Gathered,
  { reporter, receivedAt }: Item,
  message: Message,
  subject: Subject,
  refuse: (code: ReadingFaultCode, params?: Params) => void,
  answers: Down[],
): void {
  const { deviceKey } = subject;
  const { kind, seq: _, device: __, timeMs, ...body } = message;
  if (kind === 'time') {
    const aheadMs = (timeMs ?? 0) - receivedAt.getTime();
    gathered.clocks.set(deviceKey, { aheadMs, askedAt: receivedAt });
    answers.push({ kind: 'time', time: receivedAt.toISOString(), aheadMs });
    return;
  }
  if (kind !== 'telemetry') {
    const siteId = reporter.site.id;
    const report = { siteId, deviceKey, kind, timeMs: timeMs ?? receivedAt.getTime(), receivedAt };
    gathered.reports.push(...bodiesOf(body).map((one) => ({ ...report, body: one })));
    return;
  }
  const { reading, faults } = decodeValues(subject.table, message.values);
  for (const { code, metric } of faults) refuse(code, { metric });
  if (isEmpty(reading) || timeMs === null) return;
  const key = `${deviceKey} ${timeMs}`;
  const known = gathered.rows.get(key);
  if (!known) {
    gathered.rows.set(key, { deviceKey, timeMs, reading, site: reporter.site, subject, receivedAt });
    return;
  }
  const merged = mergeReadings(known.reading, reading);
  known.reading = merged.reading;
  if (merged.differing > 0) refuse('value-differs');
}

export function countFault({ faults }: Gathered, deviceKey: number, code: ReadingFaultCode, receivedAt: Date): void {
  const key = `${deviceKey} ${code}`;
  const known = faults.get(key);
  if (known) known.count += 1;
  else faults.set(key, { deviceKey, code, receivedAt, count: 1 });
}
