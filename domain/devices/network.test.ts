import { expect, test } from 'vitest';
import { readValues } from './form.ts';
import { isWebPage, readHost, readMac, readWebPage } from './network.ts';

const asked = (['mac', 'host', 'webPage'] as const).map((field) => ({ field, required: false }));
const read = (typed: Record<string, string>) => readValues(typed, asked, '2026-11-01');

test.each([
  ['００－１１－２２－３３－４４－ａａ', '00:11:22:33:44:AA'],
  ['001122.3344bb', '00:11:22:33:44:BB'],
])('C-03 a MAC address is read in any way of writing: %s', (typed, stored) => {
  expect(readMac(typed)).toEqual({ ok: true, value: stored });
});

test.each(['00:11:22:33:44', '00:11:22:33:44:gg'])('C-03 %s is no MAC address', (typed) => {
  expect(readMac(typed).ok).toBe(false);
});

test.each([
  ['１９２．０．２．１０', '192.0.2.10'],
  ['Printer-1.Example.JP', 'printer-1.example.jp'],
  ['2001:db8::10', '2001:db8::10'],
  [`${'a'.repeat(63)}.${'a'.repeat(63)}.${'a'.repeat(63)}.${'a'.repeat(61)}`, null],
])('C-03 an IP address or a name: %s', (typed, stored) => {
  expect(readHost(typed)).toEqual({ ok: true, value: stored ?? typed });
});

test.each(['1', '192.0.2.300', 'http://a.example.jp', 'a.example.jp:80', 'a/b', 'a b', `${'a.'.repeat(127)}a`])(
  'C-03 %s is no host',
  (typed) => {
    expect(readHost(typed)).toEqual({ ok: false, code: 'devices/host-form' });
  },
);

test.each([
  ['192.0.2.10', 'http://192.0.2.10/'],
  ['192.0.2.10:8080/start', 'http://192.0.2.10:8080/start'],
  ['https://printer.example.jp/ui', 'https://printer.example.jp/ui'],
  [`http://a.example.jp/${'p'.repeat(180)}`, `http://a.example.jp/${'p'.repeat(180)}`],
])('C-02 the address of a web page: %s', (typed, stored) => {
  expect(readWebPage(typed)).toEqual({ ok: true, value: stored });
});

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt://example.jp/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd',
  'ftp://192.0.2.10/',
  'http://user:secret@192.0.2.10/',
  'http://user@192.0.2.10/',
  'http://@192.0.2.10/',
  'http:///',
  'http://a b.example.jp/',
  'http://192.0.2.10/\u0000',
  `http://a.example.jp/${'p'.repeat(181)}`,
])('C-02 %s is refused as the address of a web page', (typed) => {
  expect(readWebPage(typed)).toEqual({ ok: false, code: 'devices/web-page-form' });
});

test('C-02 only an address of http or https without a user name is offered as a link', () => {
  expect(['https://a.example.jp/', 'HTTP://a.example.jp/'].map(isWebPage)).toEqual([true, true]);
  expect(['', '/a', 'javascript:alert(1)', 'https://x@a.example.jp/'].map(isWebPage)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test('C-02 the web page is at the registered address; without one it says the address', () => {
  expect(read({ webPage: 'https://192.0.2.10/ui' })).toMatchObject({ ok: true, value: { host: '192.0.2.10' } });
  expect(read({ host: '192.0.2.10', webPage: '192.0.2.10' })).toMatchObject({
    ok: true,
    value: { host: '192.0.2.10', webPage: 'http://192.0.2.10/' },
  });
  expect(read({ host: '192.0.2.11', webPage: '192.0.2.10' })).toEqual({
    ok: false,
    faults: [{ field: 'webPage', code: 'devices/web-page-elsewhere', params: { host: '192.0.2.11' } }],
  });
});
