import { expect, test } from 'vitest';
import { findFaults, type Evidence } from './check.ts';
import type { Told } from './clients.ts';

const told = (position: number): Told => ({
  id: `evt_${position}`,
  position,
  type: 'devices.changed',
  at: '2026-11-20T01:00:00.000Z',
  device: 'dev_1',
});
const message = (position: number) => {
  const { type, at, ...data } = told(position);
  return { headers: { 'webhook-id': data.id }, body: JSON.stringify({ type, timestamp: at, data }) };
};
const delivery = (position: number, statuses: (number | null)[]) => ({
  webhook: 'whk_1',
  event: `evt_${position}`,
  state: 'taken',
  tries: statuses.length,
  statuses,
});

/** Two changes, of which one was answered; the first message was refused once, the second came once more after a kill. */
function rightEvidence() {
  return {
    stored: {
      chainFault: null as string | null,
      gone: [] as string[],
      events: [1, 2].map((position) => ({ id: `evt_${position}`, position, device: 'dev_1' })),
      deliveries: [delivery(1, [500, 204]), delivery(2, [204])],
    },
    listeners: [
      {
        name: 'one',
        wanted: true as boolean | 'until-gone',
        webhook: 'whk_1',
        unsigned: [] as string[],
        answered: [500, 204, 204, 204],
        receiver: { received: [message(1), message(2), message(1), message(2)] },
      },
    ],
    followed: [told(1), told(2)],
    whole: [told(1), told(2)],
    changes: new Map([['dev_1', { done: 1, unknown: 1 }]]),
    kills: 1,
  } satisfies Evidence;
}
type Right = ReturnType<typeof rightEvidence>;
const listener = ({ listeners }: Right) => listeners[0] as Right['listeners'][number];

test('evidence that is right has no fault', () => expect(findFaults(rightEvidence())).toEqual([]));

test.each<[string, (evidence: Right) => void, RegExp]>([
  ['an event that nobody was told of', (one) => void listener(one).receiver.received.splice(0, 4), /missing 1 times/],
  ['one told of to somebody else', (one) => void (listener(one).wanted = false), /too often/],
  [
    'another body under one ID',
    (one) => void (listener(one).receiver.received[3] = { ...message(2), body: message(1).body }),
    /two different bodies/,
  ],
  ['a message that is not signed', (one) => void listener(one).unsigned.push('evt_1'), /not signed/],
  ['more repeats than kills', (one) => void (one.kills = 0), /that nobody noted/],
  ['a note of what never came', (one) => void (one.stored.deliveries[1] = delivery(2, [204, 204, 204])), /noted/],
  [
    'a try that was not noted',
    (one) => void (one.stored.deliveries[1] = { ...delivery(2, [204]), tries: 2 }),
    /counts 2 tries/,
  ],
  ['one given up', (one) => void (one.stored.deliveries[1] = { ...delivery(2, [204]), state: 'failed' }), /is failed/],
  ['a page that was skipped', (one) => void one.followed.splice(0, 1), /with a cursor/],
  ['a change that nobody made', (one) => void one.changes.set('dev_1', { done: 1, unknown: 0 }), /was changed 1 times/],
  ['a change that was lost', (one) => void one.changes.set('dev_1', { done: 3, unknown: 0 }), /was changed 3 times/],
  ['a log that was altered', (one) => void (one.stored.chainFault = 'the chain is broken'), /chain/],
])('%s is found', (_, spoil, sentence) => {
  const evidence = rightEvidence();
  spoil(evidence);
  expect(findFaults(evidence).join('\n')).toMatch(sentence);
});

/** One that wants no more, was told so twice as a kill came first, and is switched off. */
function goneEvidence() {
  const evidence = rightEvidence();
  const gone = listener(evidence);
  gone.wanted = 'until-gone';
  gone.answered = [410, 410];
  gone.receiver.received.splice(2);
  evidence.stored.gone = [gone.webhook];
  evidence.stored.deliveries = [
    { ...delivery(1, [410]), state: 'failed' },
    { ...delivery(2, []), state: 'due' },
  ];
  return evidence;
}

test('one that wants no more is left alone', () => expect(findFaults(goneEvidence())).toEqual([]));

test.each<[string, (evidence: Right) => void, RegExp]>([
  ['told again and again', (one) => void listener(one).receiver.received.push(message(2)), /told 3 times/],
  ['never told', (one) => void listener(one).receiver.received.splice(0), /told 0 times/],
  ['still on', (one) => void one.stored.gone.pop(), /not switched off/],
  ['taken all the same', (one) => void (one.stored.deliveries = [delivery(1, [204])]), /it took none/],
])('one that wants no more, and %s, is a fault', (_, spoil, found) => {
  const evidence = goneEvidence();
  spoil(evidence);
  expect(findFaults(evidence).join('\n')).toMatch(found);
});
