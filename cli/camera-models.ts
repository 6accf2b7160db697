import { deviceOptions, licenceOptions } from '../domain/site/capabilities.ts';
import type { CameraModel } from '../edge/camera/simulate.ts';

/**
 * The models of a site that take licences, with the features of their type, and those with which they are used, by ID: what a maker builds into
 * them.
 */
export function cameraModels(site: { capabilities: Record<string, unknown> }): Map<string, CameraModel> {
  const { types, features } = licenceOptions(site);
  const { models } = deviceOptions(site);
  const parents = new Set(models.flatMap(({ registeredTo }) => registeredTo ?? []));
  return new Map(
    models.flatMap((model): [string, CameraModel][] => {
      const { id, name } = model;
      const type = types.find((one) => one.models.includes(id));
      if (type) {
        const own = features.filter((feature) => feature.types.includes(type.id));
        return [[id, { kind: 'single', name, features: own }]];
      }
      return parents.has(model.type) ? [[id, { kind: 'recorder', name, features: [] }]] : [];
    }),
  );
}
