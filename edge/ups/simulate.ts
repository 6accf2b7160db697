import { unlockFactoryFileSchema } from '../../domain/unlock-codes/factory-file.ts';
import { readFactoryFile } from '../pages/factory-file.ts';
import { openMemory } from '../pages/memory.ts';
import { type RunningUnit, servePages } from '../pages/serve.ts';
import { lockedUnitPages } from './routes.ts';
import { freshLockedUnit, lockedUnitStateSchema } from './state.ts';

/**
 * Starts a simulated UPS (U-11): its output is locked until its code was typed at its own small page, which is served on this machine
 * only, without the portal and without any network.
 * @param factoryFile path of what the factory wrote into it; `stateFile` path of its memory, made when missing.
 * @param port 0 takes a free one.
 * @throws Error when a file cannot be read or is not what it should be, or the port is taken.
 */
export async function runLockedUnit({
  factoryFile,
  stateFile,
  port,
  now = () => new Date(),
}: {
  factoryFile: string;
  stateFile: string;
  port: number;
  now?: () => Date;
}): Promise<RunningUnit> {
  const factory = await readFactoryFile(factoryFile, unlockFactoryFileSchema);
  const memory = await openMemory(stateFile, lockedUnitStateSchema, freshLockedUnit);
  return servePages(lockedUnitPages({ factory, ...memory, now }), port);
}
