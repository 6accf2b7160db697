import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDigits } from './check-digit.ts';
import { makeSerial } from './make-serial.ts';
import { parseSerial } from './serial-number.ts';

const part = fc.oneof(
  fc.record({ kind: fc.constantFrom('letters', 'digits', 'alphanumeric'), length: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ kind: fc.constant('literal'), text: fc.constantFrom('X', 'AB', '9') }),
);

test('P-30 a sample of any format is a serial number of it, its check character right', () => {
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 4 }),
      fc.constantFrom(...checkDigits),
      fc.infiniteStream(fc.nat()),
      (parts, checkDigit, chance) => {
        // The last place is a digit, where every check character but that of letters and digits can stand.
        const kind = checkDigit === 'mod37-36' ? ('alphanumeric' as const) : ('digits' as const);
        const format = { parts: [...parts, { kind, length: 2 }], checkDigit };
        const serial = makeSerial(format, (choices) => (chance.next().value ?? 0) % choices);
        expect(parseSerial(serial, [format])).toEqual({ ok: true, value: serial });
      },
    ),
  );
});
