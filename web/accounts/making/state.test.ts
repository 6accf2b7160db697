import { describe, expect, it } from 'vitest';
import type { AccountWay } from './requests.ts';
import { emptyAccount, judgeAccount, openingOf, readAccountDraft, wantsMail, wayOf } from './state.ts';

const byId: AccountWay = {
  organization: 'customer',
  fields: [{ field: 'company', required: true }],
  loginIdRule: { min: 3, max: 8, characters: 'letters-digits' },
  openings: ['link', 'initial'],
};
const byMail: AccountWay = { organization: 'dealer', fields: [], loginIdRule: null, openings: ['link'] };
const typed = { ...emptyAccount('ja'), values: { company: '見本商事' } };

describe('L-01 an account in the making', () => {
  it('asks for whom it is only where there is a choice', () => {
    expect(wayOf([byMail], typed)).toBe(byMail);
    expect(judgeAccount([byId, byMail], typed)).toEqual([{ field: 'organization', code: null }]);
    expect(wayOf([byId, byMail], { ...typed, organization: 'customer' })).toBe(byId);
  });

  it('wants an address where it is the login ID or a link goes there, and nowhere else', () => {
    expect(wantsMail(byMail, 'link')).toBe(true);
    expect(wantsMail(byId, 'link')).toBe(true);
    expect(wantsMail(byId, 'initial')).toBe(false);
    expect(openingOf(byMail, typed)).toBe('link');
    expect(openingOf(byId, typed)).toBeNull();
    expect(openingOf(byMail, { ...typed, opening: 'initial' })).toBe('link');
  });

  it('names everything that is missing or wrong at its field', () => {
    expect(judgeAccount([byId], { ...emptyAccount('ja'), loginId: 'ab' })).toMatchObject([
      { field: 'company', code: 'identifiers/required' },
      { field: 'loginId', code: 'accounts/login-id-length' },
      { field: 'opening', code: null },
    ]);
    expect(judgeAccount([byId], { ...typed, loginId: 'ａｂｃ', opening: 'link' })).toMatchObject([
      { field: 'mail', code: 'identifiers/required' },
    ]);
    expect(judgeAccount([byId], { ...typed, loginId: 'ａｂｃ', opening: 'initial' })).toEqual([]);
  });

  it('reads a draft that lacks a part', () => {
    expect(readAccountDraft({ loginId: 'abc' })).toEqual({ ...emptyAccount('ja'), loginId: 'abc' });
  });
});
