import { cameraPages } from '../edge/camera/routes.ts';
import { simulateCameras, type RunningCameras } from '../edge/camera/simulate.ts';
import { servePages } from '../edge/pages/serve.ts';
import type { DemoCameras } from '../server/demo/cameras.ts';
import { cameraModels } from './camera-models.ts';

/** Runs the cameras and recorders of the demo beside the server; at `url` a person looks at them and directs them. */
export async function runDemoCameras(
  url: string,
  { factories, memoryFile, site }: DemoCameras,
  now: () => Date = () => new Date(),
): Promise<{ url: string; running: RunningCameras; close(): Promise<void> }> {
  const models = cameraModels(site);
  const running = await simulateCameras({ url, factories, models, stateFile: memoryFile, now });
  const pages = await servePages(cameraPages(running, models), 0);
  return {
    url: pages.url,
    running,
    close: async () => {
      await pages.close();
      await running.close();
    },
  };
}
