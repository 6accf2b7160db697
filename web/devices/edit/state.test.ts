import { describe, expect, it } from 'vitest';
import { noValues, registrationFields, type RegistrationValues } from '../../../domain/devices/fields.ts';
import { emptyEdit, formValues, judgeEdit, readEditDraft } from './state.ts';

const today = '2026-11-22';
const asked = registrationFields.map((field) => ({ field, required: field === 'company' }));
const values = {
  ...noValues,
  company: '見本商事',
  postalCode: '1000001',
  kana: 'ミホン ハナコ',
  purchasedOn: '2026-11-01',
};

const stored = { values, registeredTo: { serial: 'AB1234567' } };
const judge = (typed: Partial<RegistrationValues>, registeredTo: string | null = null) =>
  judgeEdit(stored, { typed, registeredTo }, asked, today);

describe('U-06 a change of a registered device', () => {
  it('shows what is stored the way people write it, and over it what was typed', () => {
    expect(formValues(values, {})).toEqual({ ...values, postalCode: '100-0001' });
    expect(formValues(values, { postalCode: '530' }).postalCode).toBe('530');
  });

  it('is only what differs once it is brought into its stored form', () => {
    expect(judge({ postalCode: '１００－０００１', kana: 'みほん はなこ' })).toMatchObject({
      ok: true,
      changed: [],
    });
    expect(judge({ remarks: '２階', company: '見本商事 ' })).toMatchObject({
      changed: ['remarks'],
      values: { remarks: '２階', company: '見本商事' },
    });
  });

  it('says each fault at its field', () => {
    const edited = judge({ company: ' ', purchasedOn: '2026-11-23', postalCode: '12' });
    expect(edited.ok ? [] : edited.faults.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'purchasedOn devices/purchased-in-future',
      'postalCode identifiers/postal-code-japan',
      'company identifiers/required',
    ]);
  });

  it('leaves alone what the site does not ask for', () => {
    const edited = judgeEdit(
      { values: { ...values, remarks: '前の備考' }, registeredTo: null },
      emptyEdit,
      [{ field: 'company', required: true }],
      today,
    );
    expect(edited).toMatchObject({ ok: true, changed: [], values: { remarks: '前の備考' } });
  });

  it('tells another device that it is used with, and none', () => {
    expect(judge({}, ' ab-1234567 ')).toMatchObject({ changed: [], registeredTo: 'AB1234567' });
    expect(judge({}, 'CD1234567')).toMatchObject({ changed: ['registeredTo'], registeredTo: 'CD1234567' });
    expect(judge({ remarks: 'x' }, '')).toMatchObject({ changed: ['remarks', 'registeredTo'], registeredTo: '' });
  });

  it('comes back as it was kept, without what is not its own', () => {
    expect(readEditDraft({ typed: { city: '港区', serial: 'X', remarks: 3 }, saved: ['city', 'x'] })).toEqual({
      typed: { city: '港区' },
      registeredTo: null,
      saved: ['city'],
    });
    expect(readEditDraft({})).toEqual(emptyEdit);
  });
});
