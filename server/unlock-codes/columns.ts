import { pass } from '../../domain/verdict.ts';
import { codeLengths, layouts } from '../../domain/unlock-codes/lengths.ts';
import { formatBinary, formatDecimal } from '../../domain/unlock-codes/notation.ts';
import { readCodeSearch } from '../../domain/unlock-codes/read.ts';
import type { DeviceContribution } from '../devices/contribution.ts';
import { giveCodes } from './give.ts';

/** A code is kept in its decimal notation; how many digits it has tells its length. */
function binaryOf(decimal: string): string {
  const length = codeLengths.find((one) => layouts[one].digits === decimal.length);
  return (length && formatBinary(Number(decimal), length)) ?? '';
}

/** What a search term may mean, as codes are kept; of a term that is no code nothing fits. */
function search(typed: string) {
  const fitting = readCodeSearch(typed).flatMap(({ value, lengths }) =>
    lengths.map((length) => formatDecimal(value, length)),
  );
  return pass(fitting);
}

/** The code in both notations, in the list of devices and wherever one is shown or mailed (U-05). */
export const unlockCodeContribution: DeviceContribution = {
  columns: [
    { key: 'code', from: 'code', present: (decimal) => decimal, search },
    { key: 'codeBinary', from: 'code', present: binaryOf, search },
  ],
  registering: giveCodes,
};
