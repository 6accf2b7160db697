import type { Experiment } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { beside } from '../proof/kit/beside.ts';
import { childServer } from '../proof/kit/child-server.ts';
import { startMailServer } from '../tools/test/smtp.ts';
import { allRows } from './devices/bare.ts';
import { deviceCount, ownerOfMany, siteId } from './devices/owner.ts';
import { measureExport } from './export/measure.ts';
import { takeFile } from './export/take-file.ts';

const roundsDefault = 3;

export const experiment: Experiment = {
  name: 'devices-export',
  summary: `${deviceCount.toLocaleString('en')} devices as CSV and Excel against COPY of the same rows; what the server's memory grows by`,
  debianPackages: [],
  run: async ({ rounds: asked, folder, say }) => {
    await buildWeb(say);
    const mail = await startMailServer();
    const server = await childServer({ dataDir: folder, env: { ENGAWA_SMTP_URL: mail.url } });
    try {
      server.spawn();
      await server.ready();
      return await beside(folder, async (app) => {
        const owner = await ownerOfMany(app, folder, server.url, say);
        return measureExport({
          pool: app.pool,
          query: await allRows(app, owner),
          rowCount: deviceCount,
          rounds: asked ?? roundsDefault,
          take: (wish) => takeFile(server.url, server.pid(), owner, `devices?${wish}`, siteId),
          warmUp: 'ended=yes',
          say,
        });
      });
    } finally {
      await server.destroy();
      await mail.close();
    }
  },
};
