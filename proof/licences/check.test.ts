import { expect, test } from 'vitest';
import { findFaults, type Evidence } from './check.ts';
import type { Said } from '../kit/said.ts';
import type { Command, Wish } from './command.ts';
import type { Stored } from './evidence.ts';

const line = { type: 'recorder', termMonths: 12 };
const one = { ...line, quantity: 1 };
const said = (status: number, body: Said['body'] = {}): Said => ({ status, body });
const command = (wish: Wish, ...answers: Said[]): Command => ({
  wish,
  answers,
  broken: 0,
  ask: () => Promise.reject(new Error('nobody is asked again')),
});
const refused = said(422, { type: '/problems/platform/invalid-fields' });
const assigned = (id: string, licence: string) =>
  said(201, { assignments: [{ id: `las_${id}`, ...one, licences: [`lic_${licence}`] }] });
const end = '2026-11-20T01:00:00.000Z';

/** Ten were ordered; of these two were refunded, two passed on and one of them given back, one assigned, and one by a plan. */
function rightEvidence(): Evidence {
  const held = { ...line };
  const placed = { licence: 'l1', device: 'c1', cause: 'chosen', until: end, expired: true, settled: true };
  return {
    history: [
      command(
        { kind: 'order', number: 'S1', dealer: 'org_d', lines: [{ ...line, quantity: 10 }] },
        said(200, { state: 'stored' }),
      ),
      command(
        { kind: 'shop-refund', number: 'R1', dealer: 'org_d', order: 'S1' },
        said(200, { state: 'before', refunded: [{ ...line, asked: 1, refunded: 1 }] }),
      ),
      command(
        { kind: 'refund', dealer: 'org_d', order: 'S1' },
        said(201, { id: 'lrf_r2', refunded: [{ ...line, asked: 1, refunded: 1 }] }),
      ),
      command(
        { kind: 'pass-on', from: 'org_d', to: 'org_b', lines: [{ ...line, quantity: 2 }] },
        said(201, { id: 'lps_p1' }),
      ),
      command({ kind: 'return', from: 'org_b', to: 'org_d', lines: [one] }, said(201, { id: 'lps_p2' })),
      command(
        { kind: 'assign', dealer: 'org_d', customer: 'org_k', lines: [one] },
        assigned('a1', 'l1'),
        assigned('a1', 'l1'),
      ),
      command({ kind: 'assign', dealer: 'org_d', customer: 'org_k', lines: [{ ...line, quantity: 99 }] }, refused),
      command({ kind: 'plan', dealer: 'org_d', customer: 'org_k', lines: [one] }, said(201, { plans: ['lpl_n1'] })),
      command({ kind: 'plan', dealer: 'org_d', customer: 'org_k', lines: [one] }, said(201, { plans: ['lpl_n2'] })),
      command({ kind: 'cancel', plan: 'lpl_n2' }, said(204)),
      command({ kind: 'place', licence: 'lic_l1', device: 'dev_c1' }, said(204)),
    ],
    stored: {
      orders: [{ number: 'S1', dealer: 'd', lines: [{ ...line, quantity: 10 }] }],
      refunds: [
        { name: 'R1', order: 'S1', lines: [one] },
        { name: 'r2', order: 'S1', lines: [one] },
      ],
      passings: [
        { id: 'p1', cause: 'pass-on', from: 'd', to: 'b', lines: [{ ...line, quantity: 2 }] },
        { id: 'p2', cause: 'return', from: 'b', to: 'd', lines: [one] },
      ],
      assignments: [
        { id: 'a1', dealer: 'd', customer: 'k', ...one, licences: ['l1'] },
        { id: 'a2', dealer: 'd', customer: 'k', ...one, licences: ['l2'] },
      ],
      plans: [
        { id: 'n1', dealer: 'd', customer: 'k', ...one, state: 'done', assignment: 'a2' },
        { id: 'n2', dealer: 'd', customer: 'k', ...one, state: 'cancelled', assignment: null },
      ],
      placements: [placed, { ...placed, licence: 'l2', cause: 'automatic', expired: false, settled: false }],
      held: [
        { holder: 'maker', ...held, quantity: -10 },
        { holder: 'refunded', ...held, quantity: 2 },
        { holder: 'assigned', ...held, quantity: 2 },
        { holder: 'd', ...held, quantity: 5 },
        { holder: 'b', ...held, quantity: 1 },
      ],
      moves: { order: 1, refund: 2, 'pass-on': 1, return: 1, assign: 2 },
      events: [
        { what: 'licences.ordered', data: { numbers: ['S1'] } },
        { what: 'licences.refunded', data: { number: 'S1', lines: [one] } },
        { what: 'licences.refunded', data: { number: 'S1', lines: [one] } },
        { what: 'licences.passed-on', data: { passing: 'p1' } },
        { what: 'licences.returned', data: { passing: 'p2' } },
        { what: 'licences.assigned', data: { assignments: [{ id: 'a1' }] } },
        { what: 'licences.assigned', data: { assignments: [{ id: 'a2' }] } },
        { what: 'licences.planned', data: { plans: [{ id: 'n1' }] } },
        { what: 'licences.planned', data: { plans: [{ id: 'n2' }] } },
        { what: 'licences.plan-cancelled', data: { plan: 'n2' } },
        { what: 'licences.placed', data: { licence: 'l1', device: 'c1' } },
        { what: 'licences.taken-over', data: { at: end, licences: [{ licence: 'l2', device: 'c1' }] } },
      ],
      chainFault: null,
    },
  };
}

test('L-02 L-03 the checker of what was told about licences is content with what is right', () => {
  expect(findFaults(rightEvidence())).toEqual([]);
});

test('L-05 a licence may have been placed once more where somebody never heard', () => {
  const { history, stored } = rightEvidence();
  const cut = { ...command({ kind: 'place', licence: 'lic_l2', device: 'dev_c1' }, said(412)), broken: 1 };
  const moved = { licence: 'l2', device: 'c1', cause: 'moved', until: end, expired: false, settled: true };
  const event = { what: 'licences.moved', data: { licence: 'l2', device: 'c1' } };
  const more: Stored = { ...stored, placements: [...stored.placements, moved], events: [...stored.events, event] };
  expect(findFaults({ history: [...history, cut], stored: more })).toEqual([]);
  expect(findFaults({ history, stored: more })).not.toEqual([]);
});

type Spoil = (evidence: Evidence) => Partial<Stored> | Command[];
const first = <T>(items: readonly T[]) => items.slice(0, 1);
const rest = <T>(items: readonly T[]) => items.slice(1);
const without = (what: string, { stored }: Evidence) => stored.events.filter((event) => event.what !== what);

const planted: [what: string, spoil: Spoil][] = [
  ['an order that was answered is gone', ({ stored }) => ({ orders: rest(stored.orders) })],
  ['an order is there twice', ({ stored }) => ({ orders: [...stored.orders, ...stored.orders] })],
  ['an order has other lines', ({ stored }) => ({ orders: stored.orders.map((own) => ({ ...own, lines: [one] })) })],
  ['a refund is gone', ({ stored }) => ({ refunds: rest(stored.refunds) })],
  [
    'a refund took more than it said',
    ({ stored }) => ({ refunds: stored.refunds.map((own) => ({ ...own, lines: [one, one] })) }),
  ],
  [
    'something was passed on twice',
    ({ stored }) => ({ passings: [...stored.passings, { ...stored.passings[0]!, id: 'p9' }] }),
  ],
  [
    'something went to somebody else',
    ({ stored }) => ({ passings: stored.passings.map((own) => ({ ...own, to: 'x' })) }),
  ],
  ['an assignment that was answered is gone', ({ stored }) => ({ assignments: rest(stored.assignments) })],
  [
    'a refused assignment, or nobody’s, is there',
    ({ stored }) => ({
      assignments: [...stored.assignments, { ...stored.assignments[0]!, id: 'a9', licences: ['l9'] }],
    }),
  ],
  [
    'an assignment has another licence',
    ({ stored }) => ({ assignments: stored.assignments.map((own) => ({ ...own, licences: ['l9'] })) }),
  ],
  [
    'a plan was carried out twice',
    ({ stored }) => ({ assignments: [...stored.assignments, { ...stored.assignments[1]!, id: 'a9' }] }),
  ],
  ['a plan is gone', ({ stored }) => ({ plans: rest(stored.plans) })],
  [
    'a plan that was cancelled is open',
    ({ stored }) => ({ plans: stored.plans.map((own) => ({ ...own, state: own.id === 'n2' ? 'open' : own.state })) }),
  ],
  [
    'a dealer has one more than follows',
    ({ stored }) => ({ held: stored.held.map((own) => ({ ...own, quantity: own.quantity + 1 })) }),
  ],
  ['the stock of a dealer is gone', ({ stored }) => ({ held: first(stored.held) })],
  ['the ledger has a move too many', ({ stored }) => ({ moves: { ...stored.moves, assign: 3 } })],
  ['the ledger lacks a move', ({ stored }) => ({ moves: { ...stored.moves, refund: 1 } })],
  [
    'a licence was placed that nobody placed',
    ({ stored }) => ({ placements: [...stored.placements, ...first(stored.placements)] }),
  ],
  ['a licence that was placed is not', ({ stored }) => ({ placements: rest(stored.placements) })],
  [
    'what follows from an end was never decided',
    ({ stored }) => ({ placements: stored.placements.map((own) => ({ ...own, settled: false })) }),
  ],
  ['the event of an order is missing', (evidence) => ({ events: without('licences.ordered', evidence) })],
  ['the event of an assignment is missing', (evidence) => ({ events: without('licences.assigned', evidence) })],
  ['nobody said what took over', (evidence) => ({ events: without('licences.taken-over', evidence) })],
  ['an event is there twice', ({ stored }) => ({ events: [...stored.events, ...first(stored.events)] })],
  [
    'an end was decided twice',
    ({ stored }) => ({ events: [...stored.events, { what: 'licences.expired', data: { at: end, devices: ['c1'] } }] }),
  ],
  ['the chain of events is broken', () => ({ chainFault: 'broken' })],
  [
    'a repetition was answered differently',
    ({ history }) =>
      history.map((own) => (own.wish.kind === 'assign' ? { ...own, answers: [...own.answers, refused] } : own)),
  ],
  [
    'the shop was told twice that its order is new',
    ({ history }) => history.map((own) => ({ ...own, answers: [...own.answers, ...own.answers] })),
  ],
  [
    'something was answered as nothing should be',
    ({ history }) => [...history, command({ kind: 'order', number: 'S9', dealer: 'org_d', lines: [one] }, said(409))],
  ],
  ['something was never answered', ({ history }) => [...history, command({ kind: 'cancel', plan: 'lpl_n1' })]],
];

test.each(planted)('L-02 L-03 the checker of what was told about licences sees when %s', (_, spoil) => {
  const { history, stored } = rightEvidence();
  const spoilt = spoil({ history, stored });
  const evidence = Array.isArray(spoilt) ? { history: spoilt, stored } : { history, stored: { ...stored, ...spoilt } };
  expect(findFaults(evidence)).not.toEqual([]);
});
