import type { App } from '../kernel/app.ts';

/** Each holds a database connection, of which the pool has 16. */
export const exportsAtOnceMax = 6;
export const exportsOfOneUserMax = 2;

const running = new WeakMap<App, Map<string, number>>();

/** Takes a place among the exports under way; null when there is none. Whoever takes one gives it back. */
export function takePlace(app: App, userId: string): { giveBack: () => void } | null {
  const users = running.get(app) ?? new Map<string, number>();
  running.set(app, users);
  const own = users.get(userId) ?? 0;
  const all = [...users.values()].reduce((sum, count) => sum + count, 0);
  if (own >= exportsOfOneUserMax || all >= exportsAtOnceMax) return null;
  users.set(userId, own + 1);
  let given = false;
  return {
    giveBack: () => {
      if (given) return;
      given = true;
      const left = (users.get(userId) ?? 1) - 1;
      if (left > 0) users.set(userId, left);
      else users.delete(userId);
    },
  };
}
