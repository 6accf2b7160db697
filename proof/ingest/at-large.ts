import type { ExperimentContext, Figures } from '../../cli/experiment.ts';
import { buildWeb } from '../../cli/web-build.ts';
import type { MosquittoServer } from '../mosquitto/server.ts';
import { killWhileReporting } from './faults.ts';

const killsDefault = 200;
const readings = 1_000_000;
const devices = 50;
const faultsShown = 20;

/** A million readings through two hundred kills, or as many as were asked for. @throws Error with what was lost or doubled. */
export async function killAtLarge(
  { seed, rounds, folder, say }: ExperimentContext,
  mosquitto: MosquittoServer | null,
): Promise<Figures> {
  await buildWeb(say);
  const kills = rounds ?? killsDefault;
  const run = { dataDir: folder, seed, kills, devices, readings, cutShare: 0, mosquitto, say };
  const { faults, figures } = await killWhileReporting(run);
  if (faults.length > 0) throw new Error(`${faults.length} faults:\n${faults.slice(0, faultsShown).join('\n')}`);
  return figures;
}
