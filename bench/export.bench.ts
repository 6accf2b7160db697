import type { Experiment } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { beside } from '../proof/kit/beside.ts';
import { childServer } from '../proof/kit/child-server.ts';
import { historyRows } from '../server/registration-keys/reports.ts';
import type { App } from '../server/kernel/app.ts';
import { insideId } from '../server/kernel/ids.ts';
import { newCompany, type Member } from '../tools/test/accounts.ts';
import { giveHistory } from '../tools/test/issue-history.ts';
import { startMailServer } from '../tools/test/smtp.ts';
import { measureExport } from './export/measure.ts';
import { analyse } from './kit/analyse.ts';
import { takeFile } from './export/take-file.ts';

const site = 'conference';
const rowCount = 1_000_000;
const roundsDefault = 3;
const from = new Date('2024-01-01T00:00:00Z');
const everyMs = 60_000;

export const experiment: Experiment = {
  name: 'export',
  summary: `${rowCount.toLocaleString('en')} rows of history as CSV and Excel against COPY of the same rows; what the server's memory grows by`,
  debianPackages: [],
  run: async ({ rounds: asked, folder, say }) => {
    await buildWeb(say);
    const mail = await startMailServer();
    const server = await childServer({ dataDir: folder, env: { ENGAWA_SMTP_URL: mail.url } });
    try {
      server.spawn();
      await server.ready();
      const member = await newCompany({ url: server.url, mail }, site);
      return await beside(folder, async (app) => {
        await fill(app, folder, member, say);
        const take = (wish: string) => takeFile(server.url, server.pid(), member, `issue-history?${wish}`);
        const scope = { siteId: site, organizationId: insideId(member.organization), userId: '', now: app.clock.now() };
        const query = historyRows(
          app.db,
          scope,
          { from: null, to: null, timeZone: 'Asia/Tokyo' },
          '-issuedAt',
        ).compile();
        const rounds = asked ?? roundsDefault;
        say('COPY gives the same rows with the columns that the database has; that the server also computes a million');
        say('registration keys (two HMACs each), tells moments in the zone and writes the file is in its time alone');
        return measureExport({ pool: app.pool, query, rowCount, rounds, take, warmUp: 'to=2024-01-31', say });
      });
    } finally {
      await server.destroy();
      await mail.close();
    }
  },
};

async function fill(app: App, folder: string, member: Member, say: (line: string) => void): Promise<void> {
  const organizationId = insideId(member.organization);
  const user = await app.db
    .selectFrom('users')
    .select('id')
    .where('organization_id', '=', organizationId)
    .executeTakeFirstOrThrow();
  const lines = ['東京都千代田区見本町1-2-3 見本ビル', '3階 第1会議室'] as const;
  const history = { series: 1, site, organizationId, userId: user.id, count: rowCount, from, everyMs, lines };
  await giveHistory(app, history);
  await analyse(folder);
  say(`${rowCount.toLocaleString('en')} issued keys on ${(rowCount / 2).toLocaleString('en')} devices are there`);
}
