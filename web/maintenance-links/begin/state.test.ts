import { expect, test } from 'vitest';
import { begunLink, emptyLink, readLink, stepFor, toRequest } from './state.ts';

const named = { ...emptyLink(), dealer: 'denki01', phone: '03-1234-5678', name: '見本電設' };

test('E-04 a draft is read as it was stored, and anything else as empty', () => {
  const full = { ...named, which: 'some', devices: ['dev_1'], rights: 'configure', until: '2027-01-01' } as const;
  expect(readLink(JSON.parse(JSON.stringify(full)) as Record<string, unknown>)).toEqual(full);
  expect(readLink({ dealer: 7, which: 'none', devices: [1, 'dev_1'], rights: 'all' })).toEqual({
    ...emptyLink(),
    devices: ['dev_1'],
  });
  expect(emptyLink('dev_1')).toMatchObject({ which: 'some', devices: ['dev_1'] });
});

test('E-04 no step opens before what it needs is there', () => {
  expect(stepFor('confirm', emptyLink())).toBe('dealer');
  expect(stepFor('confirm', named)).toBe('terms');
  expect(stepFor('confirm', { ...named, which: 'all' })).toBe('confirm');
  expect(stepFor('dealer', { ...named, which: 'all' })).toBe('dealer');
  expect(stepFor('warp', named)).toBe('dealer');
  expect(stepFor('dealer', { ...named, made: 'mln_1' })).toBe('done');
});

test('E-04 all devices are sent as none named; what was begun is found again by the dealer', () => {
  expect(toRequest({ ...named, which: 'all', devices: ['dev_1'] })).toMatchObject({ devices: null, configure: false });
  expect(toRequest({ ...named, which: 'some', devices: ['dev_1'], rights: 'configure' })).toMatchObject({
    devices: ['dev_1'],
    configure: true,
  });
  const begun = (values: object) => begunLink({ id: 'drf_1', values: values as Record<string, unknown> });
  expect(begun(named)).toMatchObject({ detail: '見本電設', params: { step: 'terms' } });
  expect([begun(emptyLink()), begun({ ...named, made: 'mln_1' })]).toEqual([null, null]);
});
