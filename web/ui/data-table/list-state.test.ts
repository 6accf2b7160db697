import { describe, expect, it } from 'vitest';
import { directionOf, nextSort, readListState, writeListState } from './list-state.ts';

describe('P-22 the state of a list in the address', () => {
  it('starts at the first page with ten rows', () => {
    expect(readListState({}, ['deviceId'])).toEqual({ page: 1, pageSize: 10, sort: null, search: {} });
  });

  it.each([
    { page: '0' },
    { page: '-1' },
    { page: '1.5' },
    { page: 'x' },
    { page: '10001' },
    { pageSize: '7' },
    { pageSize: '1000' },
    { sort: '"; drop' },
    { other: 'x' },
  ])('takes no notice of %o', (address) => {
    expect(readListState(address, ['deviceId'])).toEqual({ page: 1, pageSize: 10, sort: null, search: {} });
  });

  it('comes back as it was written', () => {
    const state = { page: 3, pageSize: 50, sort: '-issuedAt', search: { deviceId: '0123' } } as const;
    expect(readListState(writeListState(state), ['deviceId'])).toEqual(state);
  });

  it('leaves defaults out of the address', () => {
    expect(writeListState({ page: 1, pageSize: 10, sort: null, search: {} })).toEqual({});
  });

  it('turns the order round at the second press', () => {
    expect(nextSort(null, 'number')).toBe('number');
    expect(nextSort('number', 'number')).toBe('-number');
    expect(directionOf('-number', 'number')).toBe('descending');
    expect(directionOf('-number', 'other')).toBeNull();
  });
});
