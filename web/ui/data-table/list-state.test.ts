import { describe, expect, it } from 'vitest';
import { directionOf, nextSort, readListState, writeListState } from './list-state.ts';

const known = { searchFields: ['deviceId'], sorts: ['issuedAt'] };

describe('P-22 the state of a list in the address', () => {
  it('starts at the first page with ten rows', () => {
    expect(readListState({}, known)).toEqual({ page: 1, pageSize: 10, sort: null, search: {} });
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
    { sort: 'purpose' },
    { sort: '--issuedAt' },
    { other: 'x' },
  ])('takes no notice of %o', (address) => {
    expect(readListState(address, known)).toEqual({ page: 1, pageSize: 10, sort: null, search: {} });
  });

  it('comes back as it was written', () => {
    const state = { page: 3, pageSize: 50, sort: '-issuedAt', search: { deviceId: '0123' } } as const;
    expect(readListState(writeListState(state), known)).toEqual(state);
  });

  it('leaves defaults out of the address', () => {
    expect(writeListState({ page: 1, pageSize: 10, sort: null, search: {} })).toEqual({});
  });

  it('begins with the reader’s own size, and tells another reader which one a later page is of', () => {
    const own = { ...known, ownPageSize: 50 } as const;
    expect(readListState({}, own).pageSize).toBe(50);
    expect(readListState({ pageSize: '10' }, own).pageSize).toBe(10);
    expect(readListState({ pageSize: '7' }, own).pageSize).toBe(50);
    const later = { page: 2, pageSize: 10, sort: null, search: {} } as const;
    expect(writeListState(later)).toEqual({ page: '2', pageSize: '10' });
    expect(readListState(writeListState(later), own)).toEqual(later);
  });

  it('turns the order round at the second press', () => {
    expect(nextSort(null, 'number')).toBe('number');
    expect(nextSort('number', 'number')).toBe('-number');
    expect(directionOf('-number', 'number')).toBe('descending');
    expect(directionOf('-number', 'other')).toBeNull();
  });
});
