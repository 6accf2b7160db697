import { prepareBrowser } from './browser-binary.ts';

/** Runs once before the journeys, so that their workers find a browser and none of them installs one twice. */
export async function setup(): Promise<void> {
  await prepareBrowser(console.log);
}
