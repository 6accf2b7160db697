import { readFileSync } from 'node:fs';

/*
 * Loaded before a server (`node --import`), it makes its clock run ahead of the machine's, or behind, by what stands in a file; a signal has that read
 * again. Timers go on as they do, as on a machine whose clock somebody sets.
 */
const file = process.env['MOVED_CLOCK_FILE'] ?? '';
const read = () => Number(readFileSync(file, 'utf8'));
let aheadMs = read();
process.on('SIGUSR2', () => void (aheadMs = read()));

const real = Date;
const now = () => real.now() + aheadMs;
globalThis.Date = new Proxy(real, {
  construct: (target, args: [], own) => Reflect.construct(target, args.length > 0 ? args : [now()], own),
  apply: () => new real(now()).toString(),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});
