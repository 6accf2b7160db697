import { join } from 'node:path';
import { mkdir } from 'node:fs/promises';
import type { Experiment, Figures } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { playByTheDocs } from './mosquitto/by-the-docs.ts';
import { dropForeign, refuseListeners, refuseStrangers } from './mosquitto/refused.ts';
import { openStage, type Gateway } from './mosquitto/stage.ts';
import { surviveFaults } from './mosquitto/survive.ts';
import { hearSettings } from './mosquitto/told.ts';
import { withdrawLive } from './mosquitto/withdraw.ts';

export const experiment: Experiment = {
  name: 'mosquitto',
  summary:
    'Debian’s mosquitto_pub, _sub and _rr play a gateway from the docs alone, on the embedded broker and on Mosquitto; what is not theirs is refused',
  debianPackages: ['mosquitto', 'mosquitto-clients'],
  run: async ({ folder, say }) => {
    await buildWeb(say);
    return { ...(await playOn('embedded broker', folder, say)), ...(await playOn('Mosquitto', folder, say)) };
  },
};

async function playOn(broker: string, folder: string, say: (line: string) => void): Promise<Figures> {
  const external = broker === 'Mosquitto';
  const dataDir = join(folder, external ? 'external' : 'embedded');
  await mkdir(dataDir);
  const stage = await openStage(dataDir, external ? join(folder, 'mosquitto') : null);
  const tell = (line: string) => say(`${broker}: ${line}`);
  try {
    const [one, other] = (await stage.gateways(2)) as [Gateway, Gateway];
    await playByTheDocs(stage, one, tell);
    await hearSettings(stage, tell);
    const strangers = await refuseStrangers(stage, one, other);
    const foreign = await dropForeign(stage, one, other);
    const filters = await refuseListeners(stage, one, other);
    const cutMs = await withdrawLive(stage);
    const survived = external ? await surviveFaults(stage, folder, tell) : {};
    return {
      [`${broker}: logins refused`]: strangers,
      [`${broker}: messages and wills to foreign topics, none stored or heard`]: foreign,
      [`${broker}: subscriptions refused`]: filters,
      [`${broker}: from withdrawing a credential to the cut, ms (at most 1,000)`]: cutMs,
      ...survived,
    };
  } finally {
    await stage.close();
  }
}
