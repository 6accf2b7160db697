import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkDigit } from '../../domain/registration-keys/check-digit.ts';
import { deviceSecret, issueKey, tagInput } from '../../domain/registration-keys/scheme.ts';
import { formatKey } from '../../domain/registration-keys/key.ts';
import { makeVectors } from '../../edge/unit/vectors.ts';
import { checkout } from '../../server/config.ts';

const page = readFileSync(join(checkout, 'docs', 'registration-keys.md'), 'utf8');
const bare = page.replaceAll(' ', '');
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

test('K-11 the worked example in docs/registration-keys.md is what the code computes', () => {
  const unit = { product: 'conference-unit', deviceId: '0123456789ABCDEF' };
  const fields = { version: 1, feature: 1, slot: 0 };
  const secret = deviceSecret(Buffer.from(Array.from({ length: 32 }, (_, at) => at)), unit);
  const input = tagInput(unit, fields);
  const hmac = createHmac('sha256', secret).update(input).digest('hex');
  const tag = hmac.slice(0, 11).toUpperCase();
  expect(bare).toContain(`secret${hex(secret)}`);
  expect(bare).toContain(`inputofthetag${hex(input)}`);
  expect(bare).toContain(`HMAC${hmac}`);
  expect(bare).toContain(`tag${tag}`);
  expect(page).toContain(
    `The check digit is \`${checkDigit(`1010${tag}`)}\`, the key \`${formatKey(issueKey({ secret, unit, fields }))}\``,
  );
});

test('K-11 the page counts the vectors rightly', () => {
  const { units, accepted, refused } = makeVectors();
  expect(units).toHaveLength(3);
  expect(page).toContain(`${accepted.length} keys that must be \`accepted\``);
  expect(page).toContain(`${refused.length} that must be \`refused\``);
  for (const { code } of refused) expect(page).toContain(`\`${code}\``);
});

test('K-11 the powers of α on the page make the check digits', () => {
  const powers = /α⁰ … α¹⁴ = ([0-9A-F ]+)/.exec(page)?.[1]?.split(' ') ?? [];
  const units = powers.map((_, at) => checkDigit('0'.repeat(at) + '1' + '0'.repeat(14 - at)));
  expect(powers).toHaveLength(15);
  expect(powers).toEqual(units);
});
