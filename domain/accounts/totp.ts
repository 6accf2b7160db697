import { generateURI, ScureBase32Plugin, verifySync } from 'otplib';

/** RFC 6238 with SHA-1, which is what authenticator apps agree on. */
const periodSeconds = 30;
const digits = 6;
/** RFC 4226, section 4: at least 128 bits, better 160. */
export const totpSecretBytes = 20;

const base32 = new ScureBase32Plugin();

/** The secret as a person can type it into an app: letters and digits of RFC 4648. */
export function totpSecretText(secret: Uint8Array): string {
  return base32.encode(secret);
}

/** The address in the QR code: `issuer` is the site's name, `account` the login ID. */
export function totpUri(secret: Uint8Array, issuer: string, account: string): string {
  return generateURI({ secret: totpSecretText(secret), issuer, label: account, period: periodSeconds, digits });
}

/**
 * Checks a typed code against the clock, one step of 30 s before and after allowed. Full width and blanks are taken as they come.
 * @param lastStep the step of the last code that was good, or null; that one and all before it count no more (RFC 6238, 5.2).
 * @returns the step of the code, to be kept as the next `lastStep`; null when the code is not good.
 */
export function checkTotp(secret: Uint8Array, typed: string, lastStep: number | null, now: Date): number | null {
  const token = typed.normalize('NFKC').replaceAll(/[\s\p{Pd}]/gu, '');
  if (!/^[0-9]{6}$/.test(token)) return null;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = verifySync({ secret, token, epoch, period: periodSeconds, digits, epochTolerance: periodSeconds });
  if (!result.valid || !('timeStep' in result)) return null;
  return lastStep !== null && result.timeStep <= lastStep ? null : result.timeStep;
}
