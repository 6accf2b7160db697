const real = Date;

/** A `Date` whose present is so far ahead of the machine's, or behind. Timers go on as they do, as on a machine whose clock somebody sets. */
export function movingDate(aheadMs: () => number): DateConstructor {
  const now = () => real.now() + aheadMs();
  return new Proxy(real, {
    construct: (target, args: [], own) => Reflect.construct(target, args.length > 0 ? args : [now()], own),
    apply: () => new real(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
}

export const machineNowMs = (): number => real.now();

/** Does something at another time, as far as this process knows. */
export async function atTime<T>(aheadMs: number, work: () => Promise<T>): Promise<T> {
  globalThis.Date = movingDate(() => aheadMs);
  try {
    return await work();
  } finally {
    globalThis.Date = real;
  }
}
