import { fail, pass, type Verdict } from '../verdict.ts';
import type { batchCodes } from './codes.ts';

/** Activation keys that one batch makes; more are made in several batches. */
export const batchKeysMax = 1_000;
export const purposeCharactersMax = 100;
/** The order number or whatever else tells one batch from another. */
export const noteCharactersMax = 100;

/** How a batch leaves the portal: sheets to print, or a table. */
export const sheetFormats = ['pdf', 'csv'] as const;
export type SheetFormat = (typeof sheetFormats)[number];

/** An activation key as its sheet shows it: both numbers are upper-case hex without separators. */
export type SheetKey = { number: string; registrationId: string };

/**
 * Reads how many activation keys a batch shall have (K-13).
 * @param text decimal digits as typed, full width too.
 */
export function parseBatchSize(text: string): Verdict<number, (typeof batchCodes)[number]> {
  const digits = text.normalize('NFKC').trim();
  const size = /^\d{1,9}$/.test(digits) ? Number(digits) : 0;
  return size >= 1 && size <= batchKeysMax ? pass(size) : fail('batch-size', { min: 1, max: batchKeysMax });
}
