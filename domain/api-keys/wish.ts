import type { ApiKeyCode } from './codes.ts';
import type { Scope } from './scopes.ts';

/** So many that work an organization may have at a time. */
export const activeKeysMax = 50;
/** So many days after it is made a key may end at the latest; one without an end ends when it is revoked. */
export const lifeDaysMax = 1_830;
const dayMs = 86_400_000;

/** An API key as somebody wishes for it; `endsAt` as an instant, null for none. */
export type KeyWish = { name: string; scopes: readonly Scope[]; endsAt: string | null };
export type KeyFault = { field: keyof KeyWish; code: ApiKeyCode };

/**
 * What is wrong with a wish for a key (P-24).
 * @param useful the scopes of which its maker could do something at this site.
 */
export function keyFaults({ name, scopes, endsAt }: KeyWish, useful: readonly Scope[], now: Date): KeyFault[] {
  const faults: KeyFault[] = [];
  if (name.trim() === '') faults.push({ field: 'name', code: 'name-missing' });
  if (scopes.length === 0) faults.push({ field: 'scopes', code: 'scopes-missing' });
  else if (scopes.some((scope) => !useful.includes(scope))) faults.push({ field: 'scopes', code: 'scope-beyond' });
  if (endsAt === null) return faults;
  const leftMs = Date.parse(endsAt) - now.getTime();
  if (leftMs <= 0) faults.push({ field: 'endsAt', code: 'ends-past' });
  if (leftMs > lifeDaysMax * dayMs) faults.push({ field: 'endsAt', code: 'ends-far' });
  return faults;
}
