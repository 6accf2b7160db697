import type { Site } from '../api/types.ts';

/** Whether the site has an owner's club: one of its ways to an account asks for it. */
export function hasClub({ signUps }: Pick<Site, 'signUps'>): boolean {
  return signUps.some(({ fields }) => fields.some(({ field }) => field === 'club'));
}
