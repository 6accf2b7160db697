import { expect, test } from 'vitest';
import type { MaintenanceAddress } from '../../../domain/maintenance-addresses/addresses.ts';
import { emptyEdit, judgeEdit, readEditDraft, rowsMax, shownRows } from './state.ts';

const a: MaintenanceAddress = { mail: 'a@example.jp', language: 'ja' };
const b: MaintenanceAddress = { mail: 'b@example.jp', language: 'en' };

test('E-02 the form has what is stored, or an empty place; what was typed stands over it', () => {
  expect(shownRows([], emptyEdit, 'en')).toEqual([{ mail: '', language: 'en' }]);
  expect(shownRows([a, b], emptyEdit, 'ja')).toEqual([a, b]);
  expect(shownRows([a], { rows: [b] }, 'ja')).toEqual([b]);
  expect(shownRows([a], { rows: [] }, 'ja')).toEqual([{ mail: '', language: 'ja' }]);
});

test('E-02 a draft of whatever kind opens, and one place more than can be stored', () => {
  expect(readEditDraft({})).toEqual(emptyEdit);
  expect(readEditDraft({ rows: 'x', saved: { a: 1 } })).toEqual(emptyEdit);
  expect(readEditDraft({ rows: [a, { mail: 1 }, null, { mail: 'x', language: 'fr' }], saved: ['c', 3] })).toEqual({
    rows: [a],
    saved: ['c'],
  });
  expect(readEditDraft({ rows: Array(rowsMax + 1).fill(a) }).rows).toHaveLength(rowsMax);
});

test('E-02 what is added, removed and kept is told apart', () => {
  expect(judgeEdit([a], [a, b])).toMatchObject({ changes: { added: [b], removed: [] }, kept: [a], differs: true });
  expect(judgeEdit([a], [{ ...a, mail: ' A@example.jp ' }])).toMatchObject({ differs: false });
  expect(judgeEdit([a], [{ ...a, mail: '' }])).toMatchObject({ value: [], changes: { removed: [a] }, differs: true });
  expect(judgeEdit([], [a, a])).toMatchObject({ ok: false, faults: [{ at: 1 }] });
});
