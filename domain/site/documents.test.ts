import { expect, test } from 'vitest';
import { parseDocumentName, shownVersions, versionInForce } from './documents.ts';
import { acceptedLanguage } from './languages.ts';

test.each([
  ['terms/2026-11-01.ja.md', { document: 'terms', version: '2026-11-01', language: 'ja' }],
  ['cookie-notice/2028-02-29.en.md', { document: 'cookie-notice', version: '2028-02-29', language: 'en' }],
  ['terms/2026-02-29.ja.md', null],
  ['terms/2026-13-01.ja.md', null],
  ['terms/2026-11-01.fr.md', null],
  ['terms/2026-11-01.md', null],
  ['terms/2026-11-01.ja.md.bak', null],
  ['manual/2026-11-01.ja.md', { document: 'manual', version: '2026-11-01', language: 'ja' }],
  ['handbook/2026-11-01.ja.md', null],
  ['../terms/2026-11-01.ja.md', null],
])('P-03 the file name %s', (path, expected) => {
  expect(parseDocumentName(path)).toEqual(expected);
});

test('P-03 the newest version that has begun is in force', () => {
  const versions = ['2026-11-01', '2025-04-01', '2027-01-01'];
  expect(versionInForce(versions, '2025-03-31')).toBe(null);
  expect(versionInForce(versions, '2026-10-31')).toBe('2025-04-01');
  expect(versionInForce(versions, '2026-11-01')).toBe('2026-11-01');
  expect(versionInForce(versions, '2030-01-01')).toBe('2027-01-01');
});

test('P-03 older versions stay to be read, later ones wait for their day', () => {
  const versions = ['2026-11-01', '2025-04-01', '2026-11-01', '2027-01-01'];
  expect(shownVersions(versions, '2026-11-01')).toEqual(['2026-11-01', '2025-04-01']);
  expect(shownVersions(versions, '2025-03-31')).toEqual([]);
});

test.each([
  ['', 'ja'],
  ['en', 'en'],
  ['en-GB,en;q=0.9,ja;q=0.8', 'en'],
  ['fr,ja;q=0.5,en;q=0.4', 'ja'],
  ['en;q=0', 'ja'],
  ['EN-us', 'en'],
  ['english', 'ja'],
  ['en;q=nonsense,ja;q=0.1', 'ja'],
  ['en;q=7', 'ja'],
] as const)('P-21 Accept-Language %j means %s', (header, expected) => {
  expect(acceptedLanguage(header)).toBe(expected);
});
