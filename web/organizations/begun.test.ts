import { describe, expect, test } from 'vitest';
import { begunInvitation, begunOrganization } from './begun.ts';
import { emptyInvite, readInvite } from './members/invite-state.ts';
import { personFaults } from './person.ts';
import { emptyMake } from './tree/make-state.ts';
import { fieldOfPointer, makeFaults } from './tree/make-faults.ts';

const person = { name: '見本 花子', mail: 'hanako@example.jp', loginId: '', language: 'ja' } as const;
const codes = (faults: { field: string; code: string }[]) => faults.map(({ field, code }) => `${field} ${code}`);

describe('P-15 an invitation while it is typed', () => {
  test.each([
    ['whole', person, 'mail', []],
    ['a name at the limit', { ...person, name: '花'.repeat(100) }, 'mail', []],
    ['a name one above', { ...person, name: '花'.repeat(101) }, 'mail', ['name identifiers/text-long']],
    ['nothing', { ...person, name: ' ', mail: '' }, 'mail', ['name identifiers/required', 'mail identifiers/required']],
    ['no address', { ...person, mail: 'hanako' }, 'issued', ['mail identifiers/mail-address']],
    ['no login ID where it is given', person, 'given', ['loginId identifiers/required']],
  ] as const)('%s', (_, typed, kind, expected) => {
    expect(codes(personFaults(typed, kind))).toEqual(expected);
  });

  test('is offered again until it is sent, and once somebody is named', () => {
    const draft = emptyInvite('en');
    expect(begunInvitation({ id: 'draft', values: draft })).toBeNull();
    expect(begunInvitation({ id: 'draft', values: { ...draft, person } })).toMatchObject({ detail: '見本 花子' });
    expect(begunInvitation({ id: 'draft', values: { ...draft, person, sent: true } })).toBeNull();
  });

  test('what a draft has kept of something else is as if it were empty', () => {
    expect(readInvite({ person: 7, role: 'king', key: {}, sent: 'yes' }, 'en')).toEqual(emptyInvite('en'));
  });
});

describe('P-15a an organization while it is typed', () => {
  const whole = { ...emptyMake('ja'), kind: 'dealer', name: '見本販売', owner: person } as const;

  test.each([
    ['whole', whole, []],
    ['a name at the limit', { ...whole, name: '店'.repeat(100) }, []],
    ['a name one above', { ...whole, name: '店'.repeat(101) }, ['name identifiers/text-long']],
    ['no kind', { ...whole, kind: '' }, ['kind kind']],
    ['no address', { ...whole, owner: { ...person, mail: '' } }, ['owner-mail identifiers/required']],
  ] as const)('%s', (_, typed, expected) => {
    expect(codes(makeFaults(typed, 'mail'))).toEqual(expected);
  });

  test('a fault of the server finds its field', () => {
    expect(['/name', '/owner/mail', '/owner/role', '/'].map(fieldOfPointer)).toEqual([
      'name',
      'owner-mail',
      null,
      null,
    ]);
  });

  test('is offered again until it is made', () => {
    expect(begunOrganization({ id: 'draft', values: emptyMake('ja') })).toBeNull();
    expect(begunOrganization({ id: 'draft', values: whole })).toMatchObject({ detail: '見本販売' });
    expect(begunOrganization({ id: 'draft', values: { ...whole, made: 'org_1' } })).toBeNull();
  });
});
