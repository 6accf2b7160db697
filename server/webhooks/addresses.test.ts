import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressJudge } from './addresses.ts';
import { readTarget } from './target.ts';

const nowhere = addressJudge([]);

describe('P-24 where webhooks may go', () => {
  test.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '169.254.169.254',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '203.0.113.9',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '[::1]',
    'fe80::1%eth0',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '0:0:0:0:0:ffff:a9fe:a9fe',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'localhost',
    '',
  ])('not to %s', (address) => expect(nowhere(address)).toBe(false));

  test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '::ffff:8.8.8.8', '2606:4700::1111', '2400:cb00::1'])(
    'but to %s',
    (address) => expect(nowhere(address)).toBe(true),
  );

  test('the settings except networks and single addresses, also inside of IPv6, and nothing beside them', () => {
    const judge = addressJudge(['10.1.0.0/16', '127.0.0.1', 'fd00::/8']);
    expect(['10.1.2.3', '127.0.0.1', '::ffff:127.0.0.1', 'fd00::1'].map(judge)).toEqual(Array(4).fill(true));
    expect(['10.2.0.1', '127.0.0.2', 'fc00::1', '169.254.169.254'].map(judge)).toEqual(Array(4).fill(false));
  });

  test('no private address of IPv4 passes in any of its spellings', () => {
    const octet = fc.integer({ min: 0, max: 255 });
    const privates = fc.oneof(
      fc.tuple(fc.constant(10), octet, octet, octet),
      fc.tuple(fc.constant(127), octet, octet, octet),
      fc.tuple(fc.constant(192), fc.constant(168), octet, octet),
      fc.tuple(fc.constant(169), fc.constant(254), octet, octet),
    );
    fc.assert(
      fc.property(privates, ([a, b, c, d]) => {
        const number = ((a * 256 + b) * 256 + c) * 256 + d;
        const hex = (high: number, low: number) => (high * 256 + low).toString(16);
        const spellings = [
          `${a}.${b}.${c}.${d}`,
          String(number),
          `0x${number.toString(16)}`,
          `[::ffff:${a}.${b}.${c}.${d}]`,
          `[::ffff:${hex(a, b)}:${hex(c, d)}]`,
        ];
        for (const spelled of spellings)
          expect(readTarget(`http://${spelled}/hook`, nowhere)).toEqual({ ok: false, code: 'url-address' });
      }),
    );
  });

  test.each([
    ['ftp://example.jp/', 'url-scheme'],
    ['javascript:alert(1)', 'url-unreadable'],
    ['file:///etc/passwd', 'url-unreadable'],
    ['https://user:secret@example.jp/', 'url-secret'],
    ['example.jp/hook', 'url-unreadable'],
    ['', 'url-unreadable'],
    [`https://example.jp/${'x'.repeat(500)}`, 'url-unreadable'],
  ])('%s is refused: %s', (text, code) => expect(readTarget(text, nowhere)).toEqual({ ok: false, code }));

  test('an address is taken as it is meant', () => {
    expect(readTarget(' https://erp.example.jp/hook?x=1#top ', nowhere)).toEqual({
      ok: true,
      url: 'https://erp.example.jp/hook?x=1',
    });
  });
});
