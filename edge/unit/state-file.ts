import { open, readFile, rename } from 'node:fs/promises';
import { freshUnit, type UnitState, unitStateSchema } from './state.ts';

/** Reads the unit's memory; a unit without one is fresh from the factory. A broken file stops the start. */
export async function readState(path: string): Promise<UnitState> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return freshUnit;
  const parsed = unitStateSchema.safeParse(parseJson(text));
  if (!parsed.success)
    throw new Error(`${path} is not the memory of a unit; take it away to start as fresh from the factory`);
  return parsed.data;
}

/** Replaces the unit's memory so that a power cut leaves either the old or the new one whole. */
export async function writeState(path: string, state: UnitState): Promise<void> {
  const beside = `${path}.new`;
  const file = await open(beside, 'w', 0o600);
  try {
    await file.writeFile(JSON.stringify(state, null, 2));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
