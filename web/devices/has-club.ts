import type { Site } from '../api/types.ts';

/** Whether the site has an owner's club: one of its ways to an account asks for it. */
export function hasClub({ capabilities }: Pick<Site, 'capabilities'>): boolean {
  return capabilities.devices?.club === true;
}
