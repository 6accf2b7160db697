import type { App } from '../../../kernel/app.ts';
import type { KnownCredential } from './commands.ts';

const tellWithinMs = 3_000;

/** An external broker has to be told whom it lets in; the embedded one asks. */
export type Gate = { admit(credential: KnownCredential): Promise<void> };

const gates = new WeakMap<App, Gate>();

export function setGate(app: App, gate: Gate | null): void {
  if (gate) gates.set(app, gate);
  else gates.delete(app);
}

/**
 * Has a new credential known before its device is answered, so that it can be used at once. When the broker is away the device is
 * answered all the same: the broker is told when it is back.
 */
export async function admitAtGate(app: App, credential: KnownCredential): Promise<void> {
  const gate = gates.get(app);
  if (!gate) return;
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(late.resolve, tellWithinMs);
  const told = gate
    .admit(credential)
    .catch((error: unknown) => app.log.warn({ err: error }, 'the broker was not told of a new credential'));
  await Promise.race([told, late.promise]);
  clearTimeout(timer);
}
