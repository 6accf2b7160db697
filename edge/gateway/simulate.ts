import { bootstrap, type DeviceFactoryFile } from './bootstrap.ts';
import { runFleet, type RunningFleet } from './fleet.ts';
import { gatewayMemorySchema, runGateway, type Chances, type GatewayView, type Orders } from './gateway.ts';

export type Simulation = Chances & {
  /** The portal's address without a slash at the end. */
  url: string;
  factories: readonly DeviceFactoryFile[];
  /** Codes that their model measures; all that a house has, when left out. */
  metrics?: readonly string[];
  /** Where they keep what their meters count and their settings; without it they begin anew each time. */
  stateFile?: string;
  now?: () => Date;
};

export type RunningGateways = RunningFleet<GatewayView, Orders>;

/**
 * Runs gateways that report each minute what a made-up house did (E-11), over the same protocol as real ones: with a credential by the
 * secret of the factory, over WebSocket. They obey the settings that they are told (E-09).
 * @throws Error when the portal cannot be reached or refuses one of them, or the file of their memory is broken.
 */
export function simulateGateways(simulation: Simulation): Promise<RunningGateways> {
  const { url, factories, metrics, stateFile, now = () => new Date() } = simulation;
  return runFleet({
    factories,
    stateFile,
    schema: gatewayMemorySchema,
    now,
    start: async (factory, memory) =>
      runGateway({
        url: `${url.replace(/^http/, 'ws')}/mqtt`,
        factory,
        credential: await bootstrap(url, factory),
        chances: simulation,
        metrics: metrics ? new Set(metrics) : null,
        memory,
        now,
      }),
  });
}
