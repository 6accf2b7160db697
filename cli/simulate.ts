import { readFile } from 'node:fs/promises';
import type { RunningUnit } from '../edge/pages/serve.ts';

type Unit = { factoryFile: string; stateFile: string; port: number };

/** Runs the simulated unit that a factory file was made for: a locked one has a serial number, a conference unit a device ID. */
export async function simulate(unit: Unit): Promise<RunningUnit> {
  if (await hasSerial(unit.factoryFile)) {
    const { runLockedUnit } = await import('../edge/ups/simulate.ts');
    return runLockedUnit(unit);
  }
  const { runUnit } = await import('../edge/unit/simulate.ts');
  return runUnit(unit);
}

/** A file that is no JSON at all is left to whoever reads it next, and complains. */
async function hasSerial(file: string): Promise<boolean> {
  const text = await readFile(file, 'utf8');
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'serial' in value;
  } catch {
    return false;
  }
}
