import { describe, expect, it } from 'vitest';
import { charactersMax } from '../../../domain/devices/form.ts';
import { noValues } from '../../../domain/devices/fields.ts';
import { serialCharactersMax } from '../../../domain/identifiers/serial-number.ts';
import { begunScan } from './begun.ts';
import { scannedMax } from './collect.ts';
import { fileOf, readScanDraft } from './state.ts';

const draftBytesMax = 16 * 1024;

describe('U-04 numbers that were scanned', () => {
  it('come back as they were kept, without what is none', () => {
    const kept = { serials: ['AB1', 2, 'CD2'], values: { company: '見本商事', x: 'y' }, upload: '' };
    expect(readScanDraft(kept)).toEqual({
      serials: ['AB1', 'CD2'],
      values: { ...noValues, company: '見本商事' },
      upload: '',
    });
    expect(readScanDraft({ serials: 'x', values: null })).toEqual({ serials: [], values: noValues, upload: '' });
  });

  it('fit into a draft, as many and as long as they may be', () => {
    const texts = Object.entries(charactersMax).map(([field, max]) => [field, '見'.repeat(max)] as const);
    const serials = Array.from({ length: scannedMax }, () => 'X'.repeat(serialCharactersMax));
    const draft = { serials, values: { ...noValues, ...Object.fromEntries(texts) }, upload: 'x'.repeat(40) };
    expect(Buffer.byteLength(JSON.stringify(draft))).toBeLessThanOrEqual(draftBytesMax);
  });

  it('become a file of one column, named as its template names it', async () => {
    const file = fileOf('製造番号', ['AB1', 'CD2'], '読み取り結果.csv');
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer())).toBe(
      '\uFEFF"製造番号"\r\n"AB1"\r\n"CD2"\r\n',
    );
  });

  it('are offered to go on with until they are uploaded', () => {
    const values = { serials: ['A', 'B', 'C', 'D'], values: noValues, upload: '' };
    expect(begunScan({ id: 'drf_1', values })?.detail).toBe('A · B · C … (4)');
    expect(begunScan({ id: 'drf_1', values: { ...values, upload: 'imp_1' } })).toBeNull();
    expect(begunScan({ id: 'drf_1', values: { ...values, serials: [] } })).toBeNull();
  });
});
