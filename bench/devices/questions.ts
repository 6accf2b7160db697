import { serialOfMany } from '../../tools/test/many-devices.ts';

/** What people ask of the list, by name, as its query: each of its columns from both ends, pages, and each of the searches. */
export function questionsOf(columns: readonly string[]): ReadonlyMap<string, string> {
  const orders = [...columns, 'registeredAt'].flatMap((column): [string, string][] => [
    [`by ${column}`, `page=1&sort=${column}`],
    [`by ${column}, falling`, `page=1&sort=-${column}`],
  ]);
  return new Map([...orders, ...searches]);
}

const searches: [name: string, query: string][] = [
  ['page 200 of 50', 'page=200&pageSize=50'],
  ['page 500 of 100, by company', 'page=500&pageSize=100&sort=company'],
  ['a serial number', `serial=${serialOfMany(654_321)}`],
  ['a part of a serial number', 'serial=54321'],
  ['three digits of serial numbers', 'serial=432'],
  ['a company', encode('company', '見本工業217')],
  ['a company, by remarks', `${encode('company', '見本工業217')}&sort=remarks`],
  ['a word that all companies have', encode('company', '工業')],
  ['remarks', encode('remarks', '54321号機')],
  ['remarks that nobody has', encode('remarks', '倉庫')],
  ['a word that all remarks have', encode('remarks', 'サーバー')],
  ['a code', 'code=0217'],
  ['a code in binary', 'codeBinary=0011011001'],
  ['bought on one day', 'purchasedFrom=2024-05-05&purchasedTo=2024-05-05'],
  ['bought within a year, by company', 'purchasedFrom=2023-01-01&purchasedTo=2023-12-31&sort=company'],
  ['out of use', 'ended=yes'],
  ['in use', 'ended=no'],
  ['under warranty', 'warranty=running'],
  ['one model, by date of purchase', 'model=SB1500&sort=purchasedOn'],
  ['a company’s that are out of use', `${encode('company', '見本工業100')}&ended=yes`],
];

function encode(key: string, text: string): string {
  return `${key}=${encodeURIComponent(text)}`;
}
