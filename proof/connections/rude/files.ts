import { deflated } from '../../../tools/test/xlsx.ts';
import { boundary, chunked, requestOf, uploadOf, uploadParts } from '../requests.ts';
import { chunks, endless, kilobyte, megabyte, type Rude } from '../rude.ts';

const fileBytesMax = 8 * megabyte;
const importKind = 'activation-keys';
const form = { 'content-type': `multipart/form-data; boundary=${boundary}` };

const filled = (kind: string, name: string, content: Buffer) => {
  const [head, tail] = uploadParts(kind, name);
  return Buffer.concat([head, content, tail]);
};
const manyParts = () => {
  const part = `--${boundary}\r\ncontent-disposition: form-data; name="a"\r\n\r\n\r\n`;
  return Buffer.from(part.repeat(Math.floor((fileBytesMax - kilobyte) / part.length)) + `--${boundary}--\r\n`);
};
const longPartHeader = () =>
  Buffer.from(
    `--${boundary}\r\ncontent-disposition: form-data; name="${'a'.repeat(fileBytesMax - kilobyte)}"\r\n\r\nx\r\n--${boundary}--\r\n`,
  );

export const files: Rude[] = [
  {
    name: 'a file of 1 GB, as it says',
    say: (one) => [uploadOf(one, Buffer.from('x'), { 'content-length': String(1_000 * megabyte) })],
    answers: [413],
  },
  {
    name: 'a file without an end',
    say: function* (one) {
      yield requestOf(one, 'POST', `${one.path}/imports`, { ...form, ...chunks });
      yield* chunked([uploadParts(importKind, 'a.csv')[0], ...endless()]);
    },
    answers: [413],
    mayClose: true,
  },
  { name: 'a form of as many parts as fit', say: (one) => [uploadOf(one, manyParts())], answers: [400] },
  { name: 'a form with one long name', say: (one) => [uploadOf(one, longPartHeader())], answers: [400] },
  {
    name: 'a form without a boundary',
    say: (one) => [uploadOf(one, Buffer.from('--x'), { 'content-type': 'multipart/form-data' })],
    answers: [400],
  },
  {
    name: 'a form without its end',
    say: (one) => [uploadOf(one, uploadParts(importKind, 'a.csv')[0])],
    answers: [400],
  },
  {
    name: 'a workbook that unpacks to much',
    say: (one) => {
      const bomb = deflated('xl/worksheets/sheet1.xml', Buffer.alloc(70 * megabyte));
      return [uploadOf(one, filled(importKind, 'a.xlsx', bomb))];
    },
    answers: [400, 422],
  },
  {
    name: 'a workbook that unpacks to more than it says',
    say: (one) => {
      const bomb = deflated('xl/worksheets/sheet1.xml', Buffer.alloc(70 * megabyte), kilobyte);
      return [uploadOf(one, filled(importKind, 'a.xlsx', bomb))];
    },
    answers: [400, 422],
  },
  {
    name: 'a table of 2,000,000 empty columns',
    say: (one) => [uploadOf(one, filled(importKind, 'a.csv', Buffer.from(','.repeat(2_000_000))))],
    answers: [400, 422],
  },
  {
    name: 'a table with a quote that never ends',
    say: (one) => [uploadOf(one, filled(importKind, 'a.csv', Buffer.from(`a,b\r\n"${'x'.repeat(4 * megabyte)}`)))],
    answers: [400, 422],
  },
];
