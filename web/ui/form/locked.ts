import { createContext, useContext } from 'react';

/** Fields below it are filled in already and only to be read, as in a demo. */
export const Locked = createContext(false);

export function useLocked(): boolean {
  return useContext(Locked);
}
