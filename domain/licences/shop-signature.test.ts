import { expect, test } from 'vitest';
import { signMessage } from '../webhooks/signature.ts';
import { judgeMessage, shopToleranceSeconds } from './shop-signature.ts';

// The example of the public specification of Standard Webhooks.
const secret = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
const example = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: '1614265330' };
const body = Buffer.from('{"test": 2432232314}');
const signature = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';
const at = (seconds: number) => new Date((1614265330 + seconds) * 1000);

test('L-12 a message is signed as the public convention has it', () => {
  expect(signMessage(secret, example, body)).toBe(signature);
  expect(judgeMessage(secret, { ...example, signature }, body, at(0))).toBe('right');
  expect(judgeMessage(secret, { ...example, signature: `v1,AAAA v2,x ${signature}` }, body, at(0))).toBe('right');
});

test.each([
  ['at the limit', shopToleranceSeconds, 'right'],
  ['too old', shopToleranceSeconds + 1, 'shop-time'],
  ['ahead at the limit', -shopToleranceSeconds, 'right'],
  ['too far ahead', -shopToleranceSeconds - 1, 'shop-time'],
])('L-12 a message that is %s: %i s', (_, seconds, expected) => {
  expect(judgeMessage(secret, { ...example, signature }, body, at(seconds))).toBe(expected);
});

test.each([
  ['another secret', { secret: Buffer.alloc(32, 1) }],
  ['another body', { body: Buffer.from('{"test": 2432232315}') }],
  ['another ID', { headers: { ...example, id: 'msg_2', signature } }],
  ['another time', { headers: { ...example, timestamp: '1614265331', signature } }],
  ['no signature', { headers: { ...example, signature: '' } }],
  ['a signature cut short', { headers: { ...example, signature: signature.slice(0, -4) } }],
  ['no time', { headers: { ...example, timestamp: '', signature } }],
  ['a time that is none', { headers: { ...example, timestamp: '1e9', signature } }],
  ['no ID', { headers: { ...example, id: '', signature } }],
])('L-12 a message with %s is not the shop’s', (_, wrong) => {
  const one = { secret, body, headers: { ...example, signature }, ...wrong };
  expect(judgeMessage(one.secret, one.headers, one.body, at(0))).toBe('shop-signature');
});
