import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDown } from './down.ts';
import {
  codeCharactersMax,
  departmentsMax,
  payloadBytesMax,
  sequenceMax,
  statesMax,
  textCharactersMax,
  valuesMax,
} from './limits.ts';
import { parseMessage } from './message.ts';
import { readTime } from './time.ts';
import { downKinds, downTopic, isTopicName, mayPublish, maySubscribe, parseTopic, upKinds, upTopic } from './topics.ts';

const names = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);
const owners = fc.record({ site: names, device: names });
const own = { site: 'kettle', device: 'dev_1' };
const time = '2026-11-21T09:00:00.250+09:00';
const manyDepartments = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ department: String(at + 1), values: { pages: at } }));
const parse = (kind: (typeof upKinds)[number], value: unknown) =>
  parseMessage(kind, Buffer.from(JSON.stringify(value)));

describe('E-10 topics', () => {
  test('what is written is read again, for every name and kind', () => {
    fc.assert(
      fc.property(owners, fc.constantFrom(...upKinds), fc.constantFrom(...downKinds), (owner, up, down) => {
        expect(parseTopic(upTopic(owner, up))).toEqual({ ...owner, version: 1, direction: 'up', kind: up });
        expect(parseTopic(downTopic(owner, down))).toEqual({ ...owner, version: 1, direction: 'down', kind: down });
        expect(mayPublish(upTopic(owner, up), owner)).toBe(true);
        expect(maySubscribe(downTopic(owner, down), owner)).toBe(true);
      }),
    );
  });

  test('no device sends or listens below the root of another', () => {
    fc.assert(
      fc.property(owners, owners, fc.constantFrom(...upKinds), (one, other, kind) => {
        fc.pre(one.site !== other.site || one.device !== other.device);
        expect(mayPublish(upTopic(one, kind), other)).toBe(false);
        expect(maySubscribe(downTopic(one, 'ack'), other)).toBe(false);
      }),
    );
  });

  test.each([
    '#',
    '+',
    '$SYS/broker',
    'engawa/1/kettle/dev_1/#',
    'engawa/1/kettle/+/telemetry',
    'engawa/1/kettle/dev_1/down/+',
    '$share/g/engawa/1/kettle/dev_1/down/ack',
    'engawa/2/kettle/dev_1/telemetry',
    'engawa/1/kettle/dev_1',
    'engawa/1/kettle/dev_1/',
    'engawa/1/kettle/dev_1/telemetry/',
    '/engawa/1/kettle/dev_1/telemetry',
    'engawa/1/kettle/dev_1/down',
    'engawa/1/kettle/dev_1/down/telemetry',
    'engawa/01/kettle/dev_1/telemetry',
    'engawa/1/kettle/dev_1/toString',
    'engawa/1/kettle/dev_1/down/ack/more',
    '',
  ])('%s is nobody’s', (topic) => {
    expect([parseTopic(topic), mayPublish(topic, own), maySubscribe(topic, own)]).toEqual([null, false, false]);
  });

  test('up is not listened to, down is not sent to; names end at 64 characters', () => {
    expect(maySubscribe(upTopic(own, 'telemetry'), own)).toBe(false);
    expect(mayPublish(downTopic(own, 'desired'), own)).toBe(false);
    expect([isTopicName('a'.repeat(64)), isTopicName('a'.repeat(65)), isTopicName('')]).toEqual([true, false, false]);
    expect(() => upTopic({ site: 'a/b', device: 'c' }, 'hello')).toThrow(RangeError);
  });
});

describe('E-10 messages', () => {
  test.each([
    [
      'telemetry',
      { seq: 7, time, values: { power: 1.5, on: true, mode: 'auto', none: null } },
      { seq: 7, values: { power: 1.5, on: true, mode: 'auto' } },
    ],
    ['telemetry', { time, device: 'AB123', values: {} }, { seq: null, device: 'AB123', values: {} }],
    ['status', { time, states: ['E01'] }, { states: ['E01'] }],
    ['events', { time, event: 'door', on: false }, { event: 'door', on: false, text: null }],
    ['counters', { time, values: { pages: 3 } }, { values: { pages: 3 } }],
    [
      'counters',
      { time, values: {}, departments: [{ department: '007', values: { pages: 3 }, more: 1 }] },
      { values: {}, departments: [{ department: '007', values: { pages: 3 } }] },
    ],
    ['counters', { time, values: {}, departments: manyDepartments(departmentsMax) }, {}],
    ['reported', { time, version: 4, values: { reserve: 30 }, refused: ['mode'] }, { version: 4, refused: ['mode'] }],
    ['hello', { firmware: '1.2', versions: [1] }, { firmware: '1.2', timeMs: null }],
    ['time', { time }, { timeMs: Date.parse(time) }],
  ] as const)('%s %j', (kind, sent, read) => {
    expect(parse(kind, { ...sent, fieldOfTomorrow: { a: 1 } })).toMatchObject({ ok: true, value: { kind, ...read } });
  });

  test.each([
    ['telemetry', [], 'not-an-object'],
    ['telemetry', { seq: -1, time, values: {} }, 'seq-wrong'],
    ['telemetry', { seq: sequenceMax + 1, time, values: {} }, 'seq-wrong'],
    ['telemetry', { seq: '1', time, values: {} }, 'seq-wrong'],
    ['telemetry', { values: {} }, 'time-wrong'],
    ['telemetry', { time: 'yesterday', values: {} }, 'time-wrong'],
    ['telemetry', { time, device: 'a/b', values: {} }, 'device-wrong'],
    ['telemetry', { time }, 'values-wrong'],
    ['telemetry', { time, values: { a: { b: 1 } } }, 'values-wrong'],
    ['telemetry', { time, values: { a: 'x'.repeat(textCharactersMax + 1) } }, 'values-wrong'],
    ['telemetry', { time, values: { ['a'.repeat(codeCharactersMax + 1)]: 1 } }, 'values-wrong'],
    ['counters', { time, values: { pages: -1 } }, 'values-wrong'],
    ['counters', { time, values: {}, departments: {} }, 'body-wrong'],
    ['counters', { time, values: {}, departments: [{ department: 'a b', values: {} }] }, 'body-wrong'],
    ['counters', { time, values: {}, departments: [...manyDepartments(1), ...manyDepartments(1)] }, 'body-wrong'],
    ['counters', { time, values: {}, departments: [{ department: '1', values: { pages: -1 } }] }, 'values-wrong'],
    ['counters', { time, values: {}, departments: manyDepartments(departmentsMax + 1) }, 'too-many-values'],
    ['counters', { time, values: { pages: 1.5 } }, 'values-wrong'],
    ['status', { time, states: Array.from({ length: statesMax + 1 }, () => 'a') }, 'body-wrong'],
    ['events', { time, event: '' }, 'body-wrong'],
    ['reported', { time, version: 1.5 }, 'body-wrong'],
    ['hello', { firmware: 5 }, 'body-wrong'],
  ] as const)('%s %j is refused', (kind, sent, code) => {
    expect(parse(kind, sent)).toMatchObject({ ok: false, code });
  });

  test('a refusal names the number of its message, so that the device stops sending it', () => {
    expect(parse('telemetry', { seq: 9, time: 'x' })).toEqual({ ok: false, code: 'time-wrong', params: { seq: 9 } });
  });

  test('values and bytes end where they are said to', () => {
    const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`m${at}`, at]));
    expect(parse('telemetry', { time, values: many(valuesMax) }).ok).toBe(true);
    expect(parse('telemetry', { time, values: many(valuesMax + 1) })).toMatchObject({ code: 'too-many-values' });
    const json = JSON.stringify({ time, values: {} });
    expect(parseMessage('telemetry', Buffer.from(json.padEnd(payloadBytesMax))).ok).toBe(true);
    expect(parseMessage('telemetry', Buffer.from(json.padEnd(payloadBytesMax + 1)))).toMatchObject({
      code: 'payload-too-large',
    });
  });

  test('whatever bytes come, there is an answer and no throw', () => {
    fc.assert(
      fc.property(fc.constantFrom(...upKinds), fc.uint8Array({ maxLength: 60 }), (kind, bytes) => {
        expect(typeof parseMessage(kind, bytes).ok).toBe('boolean');
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...upKinds), fc.jsonValue(), (kind, value) => {
        expect(typeof parse(kind, value).ok).toBe('boolean');
      }),
    );
    expect(parseMessage('telemetry', Uint8Array.of(0x22, 0xff, 0x22))).toMatchObject({ code: 'not-json' });
  });

  test('a name that means something to the language is only a name', () => {
    const sent = `{"time":${Date.parse(time)},"values":{"__proto__":1,"constructor":2}}`;
    const read = parseMessage('telemetry', Buffer.from(sent));
    expect(read.ok && read.value.kind === 'telemetry' && Object.keys(read.value.values)).toEqual([
      '__proto__',
      'constructor',
    ]);
  });
});

test.each([
  [time, Date.parse(time)],
  ['2026-11-21T00:00:00Z', Date.parse('2026-11-21T00:00:00Z')],
  [1_795_000_000_000, 1_795_000_000_000],
  [1_795_000_000, null],
  ['2026-02-30T00:00:00Z', null],
  ['2026-11-21T00:00:00', null],
  ['2026-11-21', null],
  ['1999-12-31T23:59:59Z', null],
  [1_795_000_000_000.5, null],
  [null, null],
])('P-34 the time %j is read as %j', (value, expected) => {
  expect(readTime(value)).toBe(expected);
});

test('E-10 what goes down carries its kind in the topic alone', () => {
  expect(formatDown({ kind: 'ack', seq: 3 })).toEqual({ kind: 'ack', payload: '{"seq":3}' });
});
