import { factoryFileSchema } from '../../domain/registration-keys/factory-file.ts';
import { readFactoryFile } from '../pages/factory-file.ts';
import { openMemory } from '../pages/memory.ts';
import { type RunningUnit, servePages } from '../pages/serve.ts';
import { adminSession } from './admin-session.ts';
import { unitPages } from './routes.ts';
import { freshUnit, unitStateSchema } from './state.ts';

/**
 * Starts a simulated conference unit (K-12): its own small web pages on this machine only, without the portal and
 * without any network.
 * @param factoryFile path of what the factory wrote into it; `stateFile` path of its memory, made when missing.
 * @param port 0 takes a free one.
 * @throws Error when a file cannot be read or is not what it should be, or the port is taken.
 */
export async function runUnit({
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
  const factory = await readFactoryFile(factoryFile, factoryFileSchema);
  const memory = await openMemory(stateFile, unitStateSchema, freshUnit);
  return servePages(unitPages({ factory, ...memory, admin: adminSession(now), now }), port);
}
