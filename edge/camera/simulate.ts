import type { Localised } from '../../domain/site/languages.ts';
import { bootstrap, type DeviceFactoryFile } from '../gateway/bootstrap.ts';
import { runFleet, type RunningFleet } from '../gateway/fleet.ts';
import { runCamera, type CameraKind, type CameraOrders, type CameraView } from './device.ts';
import { holderMemorySchema, type Features } from './holder.ts';
import { fetchKeys, httpsWay, mqttWay, type WayName } from './way.ts';

/** What is built into a model: a recorder acts for cameras; a camera has features, of which some go on without a licence (L-08). */
export type CameraModel = {
  kind: CameraKind;
  name: Localised;
  features: readonly { code: string; name: Localised; expired: boolean }[];
};

export type CameraSimulation = {
  /** The portal's address without a slash at the end. */
  url: string;
  /** Cameras and recorders of any of these models. */
  factories: readonly DeviceFactoryFile[];
  models: ReadonlyMap<string, CameraModel>;
  /** How they reach the portal: MQTT over WebSocket, or HTTPS. */
  way?: WayName;
  /** Where they keep what they were told; without it they begin anew each time. */
  stateFile?: string;
  now?: () => Date;
  /** A clock that only goes forward, in milliseconds. */
  uptimeMs?: () => number;
};

export type RunningCameras = RunningFleet<CameraView, CameraOrders>;

/**
 * Runs cameras, and recorders for cameras, that do what they may by what the portal signed (L-08).
 * @throws Error when the portal cannot be reached or refuses one of them, a model is unknown, or the file of their memory is broken.
 */
export function simulateCameras(simulation: CameraSimulation): Promise<RunningCameras> {
  const { url, factories, models, way = 'mqtt', stateFile, now = () => new Date() } = simulation;
  const { uptimeMs = () => performance.now() } = simulation;
  const unlicensed = new Map(factories.flatMap(({ serial, model }) => unlicensedOf(serial, models.get(model))));
  const cameras = new Map<string, { token(): string | undefined }>();
  return runFleet({
    factories,
    stateFile,
    schema: holderMemorySchema,
    now,
    start: async (factory, memory) => {
      const { serial, site } = factory;
      const model = models.get(factory.model);
      if (!model) throw new Error(`nobody said what a ${factory.model} does`);
      const portal = { url, site, credential: await bootstrap(url, factory) };
      const camera = runCamera({
        factory,
        kind: model.kind,
        unlicensed: (asked) => (asked === serial || model.kind === 'recorder' ? unlicensed.get(asked) : undefined),
        way: (heard) => (way === 'https' ? httpsWay : mqttWay)(portal, heard),
        keys: () => fetchKeys(url, site),
        another: () => [...cameras].find(([other, one]) => other !== serial && one.token() !== undefined)?.[1].token(),
        memory,
        now,
        uptimeMs,
      });
      cameras.set(serial, camera);
      return camera;
    },
  });
}

function unlicensedOf(serial: string, model: CameraModel | undefined): (readonly [string, Features])[] {
  if (model?.kind !== 'single') return [];
  return [[serial, Object.fromEntries(model.features.map(({ code, expired }) => [code, expired]))]];
}
