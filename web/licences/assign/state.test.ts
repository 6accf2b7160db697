import { describe, expect, test } from 'vitest';
import { begunAssignment, emptyAssign, lineKey, linesOf, readAssign, readQuantity, stepFor } from './state.ts';

const customer = { id: 'org_1', name: '見本工業', address: 'a@example.jp' };
const one = { [lineKey('direct', 12)]: '2' };

describe('L-03 what is typed into an assignment', () => {
  test.each([
    ['', 0],
    ['3', 3],
    [' ３ ', 3],
    ['0', 0],
    ['-1', null],
    ['1.5', null],
    ['two', null],
    ['12345678', null],
  ])('a quantity "%s"', (typed, expected) => expect(readQuantity(typed)).toBe(expected));

  test('lines are what has a quantity; devices go to the first lines of their type', () => {
    const quantities = {
      [lineKey('direct', 12)]: '1',
      [lineKey('direct', 36)]: '2',
      [lineKey('recorder', 12)]: '1',
      [lineKey('recorder', 36)]: '',
    };
    expect(linesOf({ quantities, meant: { type: 'direct', devices: ['a', 'b'] } })).toEqual([
      { type: 'direct', termMonths: 12, quantity: 1, devices: ['a'] },
      { type: 'recorder', termMonths: 12, quantity: 1, devices: [] },
      { type: 'direct', termMonths: 36, quantity: 2, devices: ['b'] },
    ]);
  });

  test('what is stored is read back as it was, and anything else is as if it were empty', () => {
    const draft = {
      ...emptyAssign,
      quantities: one,
      meant: { type: 'direct', devices: ['a'] },
      customer,
      when: 'day',
      day: '2027-12-01',
    } as const;
    expect(readAssign(structuredClone(draft))).toEqual(draft);
    expect(readAssign({ quantities: [1], meant: 3, customer: { id: 1 }, when: 'x', done: true })).toEqual(emptyAssign);
  });

  test('no step opens before what it needs is there, and none but the last once it is done', () => {
    expect(stepFor('check', emptyAssign)).toBe('licences');
    expect(stepFor('check', { ...emptyAssign, quantities: one })).toBe('customer');
    expect(stepFor('check', { ...emptyAssign, quantities: one, customer })).toBe('check');
    expect(stepFor('licences', { ...emptyAssign, quantities: one, customer, done: 'assigned' })).toBe('done');
    expect(stepFor('done', { ...emptyAssign, quantities: one, customer })).toBe('check');
    expect(stepFor('licences', { ...emptyAssign, quantities: one, customer })).toBe('licences');
    expect(stepFor('form', { ...emptyAssign, quantities: one, customer })).toBe('check');
    expect(stepFor('form', { ...emptyAssign, customer })).toBe('licences');
  });

  test('what was begun is offered with the customer, from the first licence on and until it is done', () => {
    const begun = (values: object) => begunAssignment({ id: 'drf_1', values: { ...emptyAssign, ...values } });
    expect(begun({ customer })).toBeNull();
    expect(begun({ quantities: one })).toMatchObject({ params: { step: 'customer' } });
    expect(begun({ quantities: one, customer })).toMatchObject({ detail: '見本工業', params: { step: 'check' } });
    expect(begun({ quantities: one, customer, done: 'planned' })).toBeNull();
  });
});
