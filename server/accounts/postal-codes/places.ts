import type { Address } from 'yubin';

export type Place = { prefecture: string; city: string; town: string; street: string };

/** What the post's list writes in the place of a town: there is none, or it has no name of its own. */
const noTown = /^(?:以下に掲載がない場合|.*の次に番地がくる場合|.+一円)$/u;

/**
 * What an entry of the post's list gives for a form. Remarks in brackets (which house numbers, which floors) are not part of
 * the address. Where a code belongs to several towns, the list's one and "another one" are to choose from.
 */
export function placesOf(entry: Address | null): Place[] {
  if (!entry) return [];
  const { prefecture, city } = entry;
  const named = entry.town.replace(/[（(].*$/u, '');
  const town = noTown.test(named) ? '' : named;
  if (entry.source === 'jigyosyo') return [{ prefecture, city, town, street: entry.streetAddress }];
  const first = { prefecture, city, town, street: '' };
  return entry.multiTown && town !== '' ? [first, { ...first, town: '' }] : [first];
}
