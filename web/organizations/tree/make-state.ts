import { kindsBelow, type KindBelow } from '../../../domain/organizations/options.ts';
import type { Language } from '../../../domain/site/languages.ts';
import type { Picked } from '../picker.tsx';
import { readPerson, type TypedPerson } from '../person.ts';

export type MakeDraft = {
  kind: KindBelow | '';
  name: string;
  country: string;
  parent: Picked | null;
  owner: TypedPerson;
  /** The key under which it was sent, kept so that a repeat makes no second organization. */
  key: string;
  /** What was made; then the steps before do not open again. */
  made: string;
};

export function emptyMake(language: Language): MakeDraft {
  const owner = readPerson(null, language);
  return { kind: '', name: '', country: 'JP', parent: null, owner, key: '', made: '' };
}

/** Makes sense of what is stored; anything else is as if it were empty. */
export function readMake(stored: Record<string, unknown>, language: Language): MakeDraft {
  const text = (field: string): string => (typeof stored[field] === 'string' ? stored[field] : '');
  return {
    kind: kindsBelow.find((kind) => kind === stored['kind']) ?? '',
    name: text('name'),
    country: text('country') || 'JP',
    parent: readPicked(stored['parent']),
    owner: readPerson(stored['owner'], language),
    key: text('key'),
    made: text('made'),
  };
}

function readPicked(stored: unknown): Picked | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { id, name } = stored as Record<string, unknown>;
  return typeof id === 'string' && typeof name === 'string' ? { id, name } : null;
}
