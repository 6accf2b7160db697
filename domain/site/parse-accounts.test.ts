import { expect, test } from 'vitest';
import { formatFault } from './fault.ts';
import { parseSite } from './parse.ts';

const whole = `name: { ja: 見本商事, en: Mihon Trading }
contact: { text: { ja: 窓口, en: Contact }, mail: contact@example.jp }
mail: { sender: no-reply@example.jp }
documents: [{ name: terms, met: before-form }]
`;

const faultsOf = (text: string) => {
  const parsed = parseSite(text, 'sites/x/site.yaml', {});
  return parsed.ok ? [] : parsed.faults.map((fault) => formatFault(fault).replace('sites/x/site.yaml:', ''));
};
const signUp = (text: string) => `${whole}accounts:\n  signUps:\n    - ${text}\n`;

test.each([
  [
    'a lock that comes too late',
    'lockout: { kind: fixed, after: 6, seconds: 720 }',
    'lockout: expected a lock that lets at most 10 guesses be tried in 15 minutes (this one: 12)',
  ],
  [
    'a doubling lock that comes too late',
    'lockout: { kind: doubling, after: 6 }',
    'lockout: expected a lock that lets at most 14 guesses be tried in 15 minutes (this one: 15)',
  ],
  [
    'an idle time beyond the whole',
    'session: { idleMinutes: 121, totalHours: 2 }',
    'session.idleMinutes: expected at most session.totalHours, in minutes, found 121',
  ],
  [
    'a login ID of at least 9 and at most 8',
    'signUps: [{ loginId: { kind: issued, min: 9, max: 8 } }]',
    'signUps[0].loginId.max: expected at least loginId.min, found 8',
  ],
  [
    'two ways for the same people',
    'signUps: [{}, {}]',
    'signUps[1]: expected one way for a customer by "self"; the list has one already',
  ],
])('P-10 a policy that contradicts itself is refused: %s', (_, text, expected) => {
  expect(faultsOf(`${whole}accounts: { ${text} }\n`).join('\n')).toContain(`accounts.${expected}`);
});

test.each([
  [
    'a password before the proof',
    'steps: [terms, form, confirm, password, code, done, login]',
    ['[3]: expected "code" before "password"'],
  ],
  [
    'a confirmation before the form',
    'steps: [terms, confirm, form, code, password, login]',
    ['[1]: expected "form" before "confirm"'],
  ],
  [
    'a step twice',
    'steps: [terms, form, form, code, password, login]',
    ['[2]: expected each step once; "form" stands here again'],
  ],
  [
    'the terms three times',
    'steps: [terms, form, terms, code, terms, password, login]',
    ['[4]: expected each step once; "terms" stands here again'],
  ],
  [
    'the terms twice in a row',
    'steps: [terms, terms, form, code, password, login]',
    ['[1]: expected each step once; "terms" stands here again'],
  ],
  ['no proof', 'steps: [terms, form, password, login]', [': expected a step "code", because the proof is "code"']],
  [
    'the step of another proof',
    'steps: [form, code, link, password, login]',
    ['[2]: expected no step "link", because the proof is "code"'],
  ],
  ['no password', 'steps: [form, code, login]', [': expected exactly one of "password" and "address-and-password"']],
  [
    'two passwords',
    'steps: [address-and-password, code, password, login]',
    [': expected exactly one of "password" and "address-and-password"'],
  ],
  ['no login', 'steps: [form, code, password]', [': expected a step "login"']],
  ['a login before the password', 'steps: [form, code, login, password]', ['[2]: expected "password" before "login"']],
  [
    'no form',
    'steps: [terms, code, password, login]',
    [': expected exactly one of "form" and "address-and-password", because people sign up themselves'],
  ],
  [
    'consent before the login',
    'steps: [form, code, password, consent, login]',
    ['[3]: expected "login" before "consent"'],
  ],
  [
    'an unknown step',
    'steps: [form, code, password, party, login]',
    [
      '[3]: expected one of terms, form, address-and-password, confirm, code, link, password, done, login, consent, customer-data',
    ],
  ],
  ['no step at all', 'steps: []', [': expected at least 1 entry, found a list of 0']],
])('P-10 a sequence of steps that nobody could walk is refused: %s', (_, text, expected) => {
  const faults = faultsOf(signUp(text));
  for (const one of expected) expect(faults.join('\n')).toContain(`accounts.signUps[0].steps${one}`);
});

test.each([
  [
    'no address to prove',
    'fields: [{ field: company }]',
    'expected the required field "mail", because the proof goes to that address',
  ],
  [
    'an address that may be left out',
    'fields: [{ field: mail, required: false }]',
    'expected the required field "mail", because the proof goes to that address',
  ],
  [
    'a chosen ID that no field asks',
    '{ loginId: { kind: chosen } }',
    'expected the required field "loginId", because people choose their login ID',
  ],
  [
    'a second check of what nobody gave',
    '{ secondCheck: phone }',
    'expected the required field "phone", because it is asked again when the password is set',
  ],
  ['a field twice', 'fields: [{ field: mail }, { field: mail }]', 'expected each field once; "mail" stands here again'],
  ['an unknown field', 'fields: [{ field: mail }, { field: role }]', 'expected one of company, organizationForm,'],
])('P-10 a form that does not fit is refused: %s', (_, text, expected) => {
  expect(faultsOf(signUp(text)).join('\n')).toContain(expected);
});

const firstPassword = 'steps: [address-and-password, code, login, customer-data]';

test.each([
  [
    'a code for whom somebody else makes an account',
    '{ by: operator }',
    'proof.kind: expected "invitation" or "initial-password"',
  ],
  [
    'an invitation of oneself',
    '{ proof: { kind: invitation } }',
    'proof.kind: expected "code" or "link", because people sign up',
  ],
  [
    'an ID that nobody gives',
    '{ loginId: { kind: given } }',
    'loginId.kind: expected "mail" or "issued" or "chosen", because people sign up themselves',
  ],
  [
    'an ID that nobody chooses',
    '{ by: dealer, proof: { kind: invitation }, loginId: { kind: chosen } }',
    'loginId.kind: expected "mail" or "given", because somebody else makes the account',
  ],
  [
    'a second check of what somebody else typed',
    '{ by: operator, proof: { kind: invitation }, secondCheck: phone }',
    'secondCheck: expected null, because somebody else makes the account',
  ],
  [
    'a form for whom somebody else fills it in',
    '{ by: operator, proof: { kind: invitation }, steps: [form, link, password, login] }',
    'expected no "form", "confirm" or "address-and-password", because somebody else fills in the form',
  ],
  [
    'the same data asked twice',
    'steps: [form, code, password, login, customer-data]',
    'expected no "customer-data", because "form" asks the same fields',
  ],
  [
    'data that nobody asks',
    'steps: [address-and-password, code, login]',
    'expected a step "customer-data", because nothing else asks the fields',
  ],
  [
    'a link after the password was chosen',
    `{ proof: { kind: link }, ${firstPassword} }`,
    'expected the proof "code", because of "address-and-password"',
  ],
  [
    'an ID chosen without a form',
    `{ loginId: { kind: chosen }, ${firstPassword} }`,
    'expected a step "form", because people choose their login ID there',
  ],
  [
    'a number asked again that was never given',
    `{ secondCheck: phone, ${firstPassword} }`,
    'expected a step "form", because the phone number is asked for there',
  ],
])('P-10 a way to an account in which something would have no effect is refused: %s', (_, text, expected) => {
  expect(faultsOf(signUp(text)).join('\n')).toContain(expected);
});

test.each(['consent', 'terms'])('P-10 a step %s after the login needs a document that is agreed to', (step) => {
  const linked = whole.replace('before-form', 'linked');
  const ways = `accounts: { signUps: [{ steps: [form, code, password, login, ${step}] }] }\n`;
  expect(faultsOf(linked + ways).join('\n')).toContain(
    'accounts.signUps[0]: expected a document in `documents` that is agreed to, because a step after the login shows it',
  );
  expect(faultsOf(whole + ways)).toEqual([]);
});
