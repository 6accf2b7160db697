import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Experiment } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { checkout } from '../server/config.ts';
import { askAsInsiders } from '../tools/test/ask-as-insiders.ts';
import { withEverySite } from '../tools/test/every-capability.ts';
import { startMailServer } from '../tools/test/smtp.ts';
import { beside } from './kit/beside.ts';
import { childServer } from './kit/child-server.ts';
import { throwFaults } from './kit/faults.ts';
import { attackTexts, naughtyTexts } from './texts/attack.ts';

export const experiment: Experiment = {
  name: 'attacks-texts',
  summary: `${naughtyTexts.length} naughty texts in every place of every route that takes one, by whoever could be let in: nothing breaks, nothing comes back as a page`,
  debianPackages: [],
  run: async ({ rounds, folder, say }) => {
    await buildWeb(say);
    const sites = join(folder, 'sites');
    await cp(join(checkout, 'sites'), sites, { recursive: true });
    for (const [id, write] of Object.entries(withEverySite)) await write(join(sites, id));
    const dataDir = join(folder, 'data');
    await mkdir(dataDir);
    const mail = await startMailServer();
    const env = { ENGAWA_SITES_DIR: sites, ENGAWA_SMTP_URL: mail.url };
    const server = await childServer({ dataDir, env });
    try {
      server.spawn();
      await server.ready();
      const ask = await beside(dataDir, (app) => askAsInsiders({ url: server.url, app, mail }), {
        ENGAWA_SITES_DIR: sites,
      });
      const texts = naughtyTexts.slice(0, rounds ?? naughtyTexts.length);
      const { faults, figures } = await attackTexts(ask, () => texts);
      throwFaults(faults);
      return { texts: texts.length, ...figures };
    } finally {
      await server.destroy();
      await mail.close();
    }
  },
};
