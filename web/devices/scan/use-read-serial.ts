import { parseSerial } from '../../../domain/identifiers/serial-number.ts';
import { useOptions } from '../options.ts';
import type { Read } from './collect.ts';

/** Reads a text as a serial number of any model of the site. */
export function useReadSerial(): Read {
  const { models } = useOptions();
  const formats = models.map(({ serial }) => serial);
  return (text) => parseSerial(text, formats);
}
