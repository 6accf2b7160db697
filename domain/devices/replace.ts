import { fail, pass, type Verdict } from '../verdict.ts';
import type { TransferCode } from './transfer-codes.ts';

type Old = { deviceId: string; type: string };
type New = { deviceId: string; type: string; lockedAt: Date | null; registrationId: string | null };

/**
 * Whether a manufactured device may take the place of a broken one (P-32): another one, of the same kind, which nobody has and which is not
 * locked. `null`: there is none of that serial number.
 */
export function decideExchange(
  old: Old,
  found: New | null,
): Verdict<New, Extract<TransferCode, 'not-exchangeable' | 'same-device' | 'other-kind'>> {
  if (found === null) return fail('not-exchangeable');
  if (found.deviceId === old.deviceId) return fail('same-device');
  if (found.lockedAt !== null || found.registrationId !== null) return fail('not-exchangeable');
  return found.type === old.type ? pass(found) : fail('other-kind');
}
