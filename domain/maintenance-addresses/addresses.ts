import { parseMailAddress } from '../identifiers/mail-address.ts';
import type { Language } from '../site/languages.ts';
import type { Params } from '../verdict.ts';

/** Of one organization (details.md, "E-02 alarm receivers"). */
export const addressesMax = 5;

/** Days in which a link proves an address; it lasts to the end of the last. */
export const linkLife = { days: 7 } as const;

export type MaintenanceAddress = { mail: string; language: Language };

/** A fault at the address of this place in what was typed; `code` is `<capability>/<code>`. */
export type AddressFault = { at: number; code: string; params?: Params };

const same = (mail: string) => mail.toLowerCase();

/**
 * Reads the addresses of an organization's maintenance staff (E-02): each written right, each once whatever its case, five at most. Empty places
 * are passed over.
 * @returns the addresses in their order, or every fault at its place.
 */
export function readAddresses(
  typed: readonly MaintenanceAddress[],
): { ok: true; value: MaintenanceAddress[] } | { ok: false; faults: AddressFault[] } {
  const value: MaintenanceAddress[] = [];
  const faults: AddressFault[] = [];
  for (const [at, { mail, language }] of typed.entries()) {
    if (mail.trim() === '') continue;
    const read = parseMailAddress(mail);
    if (!read.ok) faults.push({ at, code: `identifiers/${read.code}`, ...(read.params && { params: read.params }) });
    else if (value.some((one) => same(one.mail) === same(read.value)))
      faults.push({ at, code: 'maintenance-addresses/repeated' });
    else if (value.length >= addressesMax)
      faults.push({ at, code: 'maintenance-addresses/too-many', params: { max: addressesMax } });
    else value.push({ mail: read.value, language });
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value };
}

export type AddressChanges = {
  added: MaintenanceAddress[];
  /** Mailed in the other language from now on. */
  changed: MaintenanceAddress[];
  removed: MaintenanceAddress[];
};

/** What becomes another when these addresses take the place of those. */
export function changesOf(before: readonly MaintenanceAddress[], after: readonly MaintenanceAddress[]): AddressChanges {
  const find = (some: readonly MaintenanceAddress[], { mail }: MaintenanceAddress) =>
    some.find((one) => same(one.mail) === same(mail));
  return {
    added: after.filter((one) => !find(before, one)),
    changed: after.filter((one) => {
      const known = find(before, one);
      return known !== undefined && known.language !== one.language;
    }),
    removed: before.filter((one) => !find(after, one)),
  };
}
