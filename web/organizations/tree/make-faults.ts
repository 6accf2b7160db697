import { parseText } from '../../../domain/identifiers/single-line.ts';
import { personFaults, type LoginIdKind, type PersonField } from '../person.ts';
import type { MakeDraft } from './make-state.ts';

const nameMax = 100;

/** A field of the form: `name` is the organization's, `owner…` its first user's. */
export type MakeField = 'kind' | 'name' | 'country' | 'parent' | `owner-${PersonField}`;
export type MakeFault = { field: MakeField; text: string };
type Code = { field: MakeField; code: string; params?: Record<string, string | number> | undefined };

/** What is wrong with it, as far as this browser can tell. */
export function makeFaults({ kind, name, owner }: MakeDraft, loginIdKind: LoginIdKind): Code[] {
  const read = parseText(name, { min: 1, max: nameMax });
  return [
    ...(kind ? [] : [{ field: 'kind', code: 'kind' } as const]),
    ...(read.ok ? [] : [{ field: 'name', code: `identifiers/${read.code}`, params: read.params } as const]),
    ...personFaults(owner, loginIdKind).map(({ field, code, params }): Code => ({
      field: `owner-${field}`,
      code,
      params,
    })),
  ];
}

/** The field that a fault of the server belongs to. */
export function fieldOfPointer(pointer: string): MakeField | null {
  const own = (['kind', 'name', 'country', 'parent'] as const).find((field) => pointer === `/${field}`);
  const owner = (['name', 'mail', 'loginId'] as const).find((field) => pointer === `/owner/${field}`);
  return own ?? (owner ? `owner-${owner}` : null);
}
