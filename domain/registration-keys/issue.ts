import { formatDeviceId } from '../identifiers/device-id.ts';
import { fail, type Params, pass, type Refusal, type Verdict } from '../verdict.ts';
import type { IssueCode } from './codes.ts';
import { type KeyFields, slotsMax } from './layout.ts';
import type { Category } from './options.ts';

/** A binding that exists: an activation key serves one device ID for ever. `own` tells that the caller's organization has issued it, too. */
export type Binding = KeyFields & { deviceId: string; own: boolean; firstIssuedAt: Date };

/** What is known about one entry of the wizard. */
export type IssueFacts = {
  /** The number as typed, normalised; only compared within a batch. */
  number: string;
  /** The stored record, or null when there is no such number. */
  activationKey: { category: string; productNumber: string } | null;
  registrationIdMatches: boolean;
  /** Code of the feature that the product number buys on this product, or null when the site sells it no more. */
  feature: number | null;
  /** Nobody knows whether it was used after the backup that was restored. */
  held: boolean;
  binding: Binding | null;
};

/** The device for which keys are asked, and what it already has. */
export type IssueTarget = {
  category: Category;
  deviceId: string;
  /** The key version for new bindings. */
  version: number;
  /** How many keys of each feature this device got before, over all organizations. */
  keysBefore: ReadonlyMap<number, number>;
};

/** `new`: to be bound and stored; `again`: issued before, the stored fields give the same key. */
export type Issue = KeyFields & ({ state: 'new' } | { state: 'again'; firstIssuedAt: Date });

/**
 * The rule of K-04 for one activation key. Unknown number and wrong registration ID read alike; to which device a key is
 * bound is told only to who issued it; the right category only to who has number and registration ID.
 */
export function decideIssue(facts: IssueFacts, target: IssueTarget): Verdict<Issue, IssueCode> {
  const { category, deviceId, version, keysBefore } = target;
  const { activationKey, binding, feature } = facts;
  if (!category.issuedHere) return fail('not-issued-here', { category: category.id });
  if (!activationKey || !facts.registrationIdMatches) return fail('unknown-activation-key');
  if (activationKey.category !== category.id) return fail('other-category', { category: activationKey.category });
  if (binding && binding.deviceId !== deviceId) {
    return binding.own
      ? fail('bound-to-own-device', { deviceId: formatDeviceId(binding.deviceId, category.idFormat) })
      : fail('bound-to-other-device');
  }
  if (binding) {
    return pass({
      state: 'again',
      version: binding.version,
      feature: binding.feature,
      slot: binding.slot,
      firstIssuedAt: binding.firstIssuedAt,
    });
  }
  if (facts.held) return fail('held-after-restore');
  if (feature === null) return fail('product-not-offered', { productNumber: activationKey.productNumber });
  const slot = keysBefore.get(feature) ?? 0;
  if (slot >= slotsMax) return fail('slots-used-up', { max: slotsMax });
  return pass({ state: 'new', version, feature, slot });
}

/** One entry that is refused; `index` counts from 0 in the order of entry. */
export type IssueFault = { index: number; code: IssueCode; params?: Params };

/**
 * The rule of K-04 for a whole batch: all or nothing, every fault at its row. New keys of the same feature take slots one after
 * the other; the same number twice is refused at the second.
 */
export function decideBatch(
  entries: readonly IssueFacts[],
  target: IssueTarget,
): { ok: true; value: Issue[] } | { ok: false; faults: IssueFault[] } {
  const keysBefore = new Map(target.keysBefore);
  const numbers = new Set<string>();
  const issues: Issue[] = [];
  const faults: IssueFault[] = [];
  entries.forEach((facts, index) => {
    const verdict = numbers.has(facts.number) ? fail('repeated-number') : decideIssue(facts, { ...target, keysBefore });
    numbers.add(facts.number);
    if (!verdict.ok) {
      faults.push(faultAt(index, verdict));
      return;
    }
    issues.push(verdict.value);
    if (verdict.value.state === 'new') keysBefore.set(verdict.value.feature, verdict.value.slot + 1);
  });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: issues };
}

function faultAt(index: number, { code, params }: Refusal<IssueCode>): IssueFault {
  return params === undefined ? { index, code } : { index, code, params };
}
