import { describe, expect, it } from 'vitest';
import { formValues, judgeEdit, readEditDraft } from './state.ts';

const fields = (
  [
    ['company', true],
    ['country', true],
    ['postalCode', false],
    ['address1', true],
    ['phone', false],
    ['personInCharge', false],
    ['news', false],
    ['language', true],
  ] as const
).map(([field, required]) => ({ field, required, editable: true }));

const account = {
  fields,
  values: {
    company: '見本商事',
    country: 'JP',
    postalCode: '1000001',
    address1: '東京都',
    phone: '+81312345678',
    news: false,
    language: 'ja',
  } as const,
};

describe('P-14 a change in progress', () => {
  it('shows stored values the local way, and over them what was typed', () => {
    expect(formValues(account, { phone: '０６' })).toMatchObject({ postalCode: '100-0001', phone: '０６' });
    expect(formValues(account, {}).phone).toBe('03-1234-5678');
  });

  it('finds nothing changed where the same is written another way', () => {
    const typed = {
      phone: '０３－１２３４－５６７８',
      postalCode: '〒100ー0001',
      company: ' 見本商事 ',
      personInCharge: '',
    };
    expect(judgeEdit(account, typed)).toMatchObject({ ok: true, changed: [] });
  });

  it('names what differs, in the order of the catalogue, and what is wrong', () => {
    expect(judgeEdit(account, { news: true, phone: '', language: 'en' })).toMatchObject({
      ok: true,
      changed: ['phone', 'news', 'language'],
    });
    expect(judgeEdit(account, { company: '', phone: '1' })).toMatchObject({
      ok: false,
      faults: [{ field: 'company' }, { field: 'phone' }],
    });
  });

  it('leaves what may not be changed as it is stored', () => {
    const locked = { ...account, fields: fields.map((one) => ({ ...one, editable: one.field !== 'company' })) };
    expect(judgeEdit(locked, { company: '別の会社', news: true })).toMatchObject({ ok: true, changed: ['news'] });
  });

  it('reads a draft that lacks a part', () => {
    expect(readEditDraft({ typed: { news: true } })).toEqual({ typed: { news: true }, reason: '', saved: null });
  });
});
