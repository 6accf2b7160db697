import { expect, test } from 'vitest';
import { findFaults, type Delivery, type Evidence } from './check.ts';
import type { Operation } from './operation.ts';
import type { Binding } from './snapshot.ts';

const key = (number: string) => ({ number, registrationId: 'F'.repeat(16) });
const operation = (more: Partial<Operation>): Operation => ({
  organization: 'org_1',
  idempotencyKey: 'client0-1',
  deviceId: 'D1',
  activationKeys: [key('A1')],
  addresses: [],
  answers: [],
  broken: 0,
  abandoned: false,
  ...more,
});
const issued = (number: string, registrationKey: string) => ({
  status: 201 as const,
  keys: [{ activationKey: number, registrationKey, state: 'new' as const }],
  errors: null,
  mailedTo: [],
});
const refused = { status: 422 as const, keys: [], errors: [], mailedTo: [] };
const binding = (more: Partial<Binding> = {}): Binding => ({
  id: 'b1',
  activationKey: 'A1',
  deviceId: 'D1',
  feature: 1,
  slot: 0,
  registrationKey: 'R1',
  ...more,
});
const delivery = (more: Partial<Delivery> = {}): Delivery => ({
  to: 'o@example.jp',
  messageId: '<m1@localhost>',
  text: 'R1',
  life: 0,
  ...more,
});

/** One key issued with a mail, one refused, one that nobody knows of and that left nothing. */
function rightEvidence(): Evidence {
  return {
    history: [
      operation({ addresses: ['o@example.jp'], answers: [issued('A1', 'R1')] }),
      operation({ idempotencyKey: 'client0-2', deviceId: 'D2', answers: [refused] }),
      operation({
        idempotencyKey: 'client0-3',
        deviceId: 'D3',
        activationKeys: [key('A3')],
        broken: 1,
        abandoned: true,
      }),
    ],
    snapshot: {
      bindings: [binding()],
      issues: [{ binding: 'b1', organization: 'org_1' }],
      issued: [{ id: 'e1', organization: 'org_1', bindings: ['b1'] }],
      mails: [{ id: 'm1', eventId: 'e1', recipient: 'o@example.jp', state: 'sent' }],
      events: 1,
      chainFault: null,
    },
    deliveries: [delivery()],
  };
}

test('K-04 the history checker is content with what is right', () => {
  const evidence = rightEvidence();
  expect(findFaults(evidence)).toEqual([]);
  const repeated = [delivery(), delivery({ life: 1 })];
  expect(findFaults({ ...evidence, deliveries: repeated })).toEqual([]);
  evidence.snapshot.bindings.push(binding({ id: 'b3', activationKey: 'A3', deviceId: 'D3', registrationKey: 'R3' }));
  evidence.snapshot.issues.push({ binding: 'b3', organization: 'org_1' });
  evidence.snapshot.issued.push({ id: 'e3', organization: 'org_1', bindings: ['b3'] });
  expect(findFaults(evidence)).toEqual([]);
});

const planted: [what: string, spoil: (evidence: Evidence) => Partial<Evidence> | void][] = [
  ['an answered key is gone', ({ snapshot }) => void snapshot.bindings.pop()],
  [
    'an answered key serves another device',
    ({ snapshot }) => void (snapshot.bindings[0] = binding({ deviceId: 'D9' })),
  ],
  [
    'the same pair gives another key',
    ({ snapshot }) => void (snapshot.bindings[0] = binding({ registrationKey: 'R9' })),
  ],
  [
    'an activation key is bound twice',
    ({ snapshot }) => void snapshot.bindings.push(binding({ id: 'b2', deviceId: 'D2' })),
  ],
  ['a retry was answered differently', ({ history }) => void history[0]!.answers.push(issued('A1', 'R9'))],
  ['two were told that the key is new', ({ history }) => void (history[1]!.answers[0] = issued('A1', 'R1'))],
  [
    'a refused request left its key',
    ({ snapshot }) => void snapshot.bindings.push(binding({ id: 'b2', activationKey: 'A2', deviceId: 'D2' })),
  ],
  ['a slot was left out', ({ snapshot }) => void (snapshot.bindings[0] = binding({ slot: 1 }))],
  ['the history of its organization lacks it', ({ snapshot }) => void snapshot.issues.pop()],
  [
    'the history of another has it',
    ({ snapshot }) => void snapshot.issues.push({ binding: 'b1', organization: 'org_2' }),
  ],
  ['its event is missing', ({ snapshot }) => void snapshot.issued.pop()],
  ['its event is there twice', ({ snapshot }) => void snapshot.issued.push({ ...snapshot.issued[0]!, id: 'e2' })],
  ['its mail never came', () => ({ deliveries: [] })],
  ['its mail was never decided', ({ snapshot }) => void snapshot.mails.pop()],
  ['its mail was decided twice', ({ snapshot }) => void snapshot.mails.push({ ...snapshot.mails[0]!, id: 'm2' })],
  [
    'its mail came under a second Message-ID',
    () => ({ deliveries: [delivery(), delivery({ messageId: '<m9@localhost>' })] }),
  ],
  ['its mail lacks the key', () => ({ deliveries: [delivery({ text: '' })] })],
  ['its mail came twice without a kill', () => ({ deliveries: [delivery(), delivery()] })],
  [
    'a stranger got a mail',
    () => ({ deliveries: [delivery(), delivery({ to: 'x@example.jp', messageId: '<x@localhost>' })] }),
  ],
  ['the chain of events is broken', ({ snapshot }) => void (snapshot.chainFault = 'broken')],
];

test.each(planted)('K-04 the history checker sees when %s', (_, spoil) => {
  const evidence = rightEvidence();
  expect(findFaults({ ...evidence, ...spoil(evidence) })).not.toEqual([]);
});

test('P-20 the history checker sees when one kill makes two mails come again', () => {
  const evidence = rightEvidence();
  evidence.history[0]!.addresses.push('p@example.jp');
  evidence.snapshot.mails.push({ id: 'm2', eventId: 'e1', recipient: 'p@example.jp', state: 'sent' });
  const other = { to: 'p@example.jp', messageId: '<m2@localhost>' };
  const deliveries = [delivery(), delivery({ life: 1 }), delivery(other), delivery({ ...other, life: 1 })];
  expect(findFaults({ ...evidence, deliveries })).toEqual(['kill 0 made 2 mails come again']);
});
