import type { FactoryFile } from '../../domain/registration-keys/factory-file.ts';
import type { KeyFields } from '../../domain/registration-keys/layout.ts';
import { type UnitSecrets, verifyKey } from '../../domain/registration-keys/scheme.ts';
import type { Verdict } from '../../domain/verdict.ts';

/**
 * Makes the function with which a unit checks a typed registration key. It needs no network, no clock and no server: only what the
 * factory wrote into the unit (K-11, K-12). The test vectors beside this file show how another implementation must answer.
 * @returns for a typed key which feature it switches on, in which slot and key version; or why it does not.
 */
export function verifierOf(
  unit: Pick<FactoryFile, 'product' | 'deviceId' | 'secrets'>,
): (key: string) => Verdict<KeyFields> {
  const { product, deviceId } = unit;
  const secrets: UnitSecrets = Object.fromEntries(
    Object.entries(unit.secrets).map(([version, hex]) => [Number(version), Buffer.from(hex, 'hex')]),
  );
  return (key) => verifyKey({ secrets, unit: { product, deviceId }, key });
}
