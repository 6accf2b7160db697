import { expect, test } from 'vitest';
import { emptyRegistration, openSteps, readRegisterDraft, requestOf } from './state.ts';

const typed = {
  ...emptyRegistration,
  serial: 'ＡＢ１２３',
  values: { ...emptyRegistration.values, company: '見本商事' },
};
const registered = { device: 'dev_1', serial: 'AB123', model: 'SB1500-R', warrantyUntil: '' };
const reviewed = { ...typed, reviewed: JSON.stringify(requestOf(typed)) };

test('U-03 the steps open one after the other, also by a typed address', () => {
  expect(openSteps(emptyRegistration)).toEqual(['form']);
  expect(openSteps(typed)).toEqual(['form']);
  expect(openSteps(reviewed)).toEqual(['form', 'confirm']);
  expect(openSteps({ ...reviewed, registered })).toEqual(['done']);
});

test('U-03 what was changed after it was looked at is looked at again', () => {
  expect(openSteps({ ...reviewed, serial: 'ＡＢ１２４' })).toEqual(['form']);
  expect(openSteps({ ...reviewed, claimCode: 'X' })).toEqual(['form']);
  expect(openSteps({ ...reviewed, values: { ...reviewed.values, remarks: '2階' } })).toEqual(['form']);
});

test('U-03 a draft comes back as it was kept', () => {
  const kept = { ...reviewed, registeredTo: 'CD1234567', attempt: { key: 'k', of: '{}' }, registered };
  expect(readRegisterDraft(JSON.parse(JSON.stringify(kept)) as Record<string, unknown>)).toEqual(kept);
});

test('U-03 what is not as it should be is as if it were empty', () => {
  const odd = {
    serial: 1,
    reviewed: {},
    registeredTo: [],
    values: { company: {} },
    attempt: 'x',
    registered: { device: 1 },
  };
  expect(readRegisterDraft(odd)).toEqual(emptyRegistration);
  expect(readRegisterDraft({})).toEqual(emptyRegistration);
});
