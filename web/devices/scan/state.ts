import type { RegistrationValues } from '../../../domain/devices/fields.ts';
import { valuesOf } from '../register/state.ts';
import { scannedMax } from './collect.ts';

/** What scanning keeps on the server, so that a phone that falls asleep loses nothing. */
export type ScanDraft = {
  serials: readonly string[];
  values: RegistrationValues;
  /** The upload that was made of them. */
  upload: string;
};

export function readScanDraft(stored: Record<string, unknown>): ScanDraft {
  const serials = Array.isArray(stored['serials']) ? stored['serials'] : [];
  const values = typeof stored['values'] === 'object' && stored['values'] !== null ? stored['values'] : {};
  return {
    serials: serials.filter((one): one is string => typeof one === 'string').slice(0, scannedMax),
    values: valuesOf(values as Record<string, unknown>),
    upload: typeof stored['upload'] === 'string' ? stored['upload'] : '',
  };
}

/** The scanned numbers as the file that the import room reads: one column, named as the file's template names it. */
export function fileOf(heading: string, serials: readonly string[], name: string): File {
  const lines = [heading, ...serials].map((text) => `"${text.replaceAll('"', '""')}"`);
  return new File([`\uFEFF${lines.join('\r\n')}\r\n`], name, { type: 'text/csv' });
}
