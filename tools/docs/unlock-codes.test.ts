import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codeLengths } from '../../domain/unlock-codes/lengths.ts';
import { formatDecimal } from '../../domain/unlock-codes/notation.ts';
import { codeInput, codeOf, deviceSecret } from '../../domain/unlock-codes/scheme.ts';
import { makeVectors } from '../../edge/ups/vectors.ts';
import { checkout } from '../../server/config.ts';

const page = readFileSync(join(checkout, 'docs', 'unlock-codes.md'), 'utf8');
const bare = page.replaceAll(' ', '');
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

test('U-10 the worked example in docs/unlock-codes.md is what the code computes', () => {
  const unit = { model: 'MX100', serial: 'AB1234567' };
  const secret = deviceSecret(Buffer.from(Array.from({ length: 32 }, (_, at) => at)), unit.serial);
  const input = codeInput(unit, 1);
  const digest = createHmac('sha256', secret).update(input).digest();
  expect(bare).toContain(`secret${hex(secret)}`);
  expect(bare).toContain(`inputofthecode${hex(input)}`);
  expect(bare).toContain(`digest${hex(digest)}`);
  expect(page).toContain(`${hex(digest.subarray(30))} is ${digest.readUInt16BE(30).toString(2)}`);
  expect(page).toContain(`${hex(digest.subarray(0, 4))} is ${digest.readUInt32BE(0)}`);
  for (const length of codeLengths) {
    const line = page.split('\n').find((one) => one.startsWith(`${length} `));
    expect(line?.endsWith(`: ${formatDecimal(codeOf(secret, { unit, version: 1, length }), length)}`)).toBe(true);
  }
});

test('U-10 the page counts the vectors rightly and names every refusal', () => {
  const { codes, draws, typed } = makeVectors();
  expect(page).toContain(`${codes.length} \`codes\``);
  expect(page).toContain(`${draws.length} \`draws\``);
  expect(page).toContain(`${typed.length} \`typed\``);
  const refusals = new Set(typed.flatMap(({ refused }) => refused ?? []));
  expect(refusals.size).toBe(4);
  for (const code of refusals) expect(page).toContain(`\`${code}\``);
});
