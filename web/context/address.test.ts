import { describe, expect, it } from 'vitest';
import { readAddress, safeReturn } from './address.ts';

describe('P-02 the site in the address', () => {
  it.each([
    ['/', null, { site: null, basePath: '/' }],
    ['/conference', null, { site: 'conference', basePath: '/conference' }],
    ['/conference/login', null, { site: 'conference', basePath: '/conference' }],
    ['/login', 'conference', { site: 'conference', basePath: '/' }],
    ['/%2e%2e/x', null, { site: null, basePath: '/' }],
  ])('%s on host of %s', (path, host, expected) => {
    expect(readAddress(path, host)).toEqual(expected);
  });
});

describe('P-11 the address to come back to after login', () => {
  it.each(['/', '/o/org_1/registration-keys?page=2', '/account'])('keeps %s', (path) => {
    expect(safeReturn(path)).toBe(path);
  });

  it.each([
    undefined,
    '',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/a\\b',
  ])('refuses %s', (path) => {
    expect(safeReturn(path)).toBe('/');
  });
});
