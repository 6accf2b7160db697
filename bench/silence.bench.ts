import { sql } from 'kysely';
import type { Experiment, Figures } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { beside } from '../proof/kit/beside.ts';
import { childServer } from '../proof/kit/child-server.ts';
import type { App } from '../server/kernel/app.ts';
import { secondsMs } from '../server/kernel/clock.ts';
import { startMailServer, type TestMailServer } from '../tools/test/smtp.ts';
import { fleet, makeFleet, secondsUntil } from './alarms/fleet.ts';
import { rounded } from './kit/figures.ts';

const fallSilentInMs = 20 * secondsMs;
const alarmsWithinMs = 60 * secondsMs;
const mailsWithinMs = 240 * secondsMs;

export const experiment: Experiment = {
  name: 'silence',
  summary: `${fleet.silent.toLocaleString('en')} of ${fleet.gateways.toLocaleString('en')} gateways fall silent at once: all alarms within 60 s, at most one mail to each address`,
  debianPackages: [],
  run: async ({ folder, say }) => {
    await buildWeb(say);
    const mail = await startMailServer();
    const server = await childServer({ dataDir: folder, env: { ENGAWA_SMTP_URL: mail.url } });
    try {
      server.spawn();
      await server.ready();
      return await beside(folder, (app) => measure(app, folder, mail, say));
    } finally {
      await server.destroy();
      await mail.close();
    }
  },
};

async function measure(app: App, folder: string, mail: TestMailServer, say: (line: string) => void): Promise<Figures> {
  const silentAtMs = Date.now() + fallSilentInMs;
  await makeFleet(app, folder, new Date(silentAtMs));
  say('the fleet is there');
  const count = async (table: string, where: string) => {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from ${sql.table(table)} where ${sql.raw(where)}`.execute(app.db);
    return rows[0]?.count ?? 0;
  };
  const alarmsS = await secondsUntil(
    async () => (await count('alarms', "cause = 'silence'")) >= fleet.silent,
    silentAtMs,
    alarmsWithinMs,
  );
  say(`all alarms after ${rounded(alarmsS, 1)} s`);
  const addresses = await app.db
    .selectFrom('alarm_tellings')
    .select((eb) => eb.fn.count<number>('address').distinct().as('count'))
    .executeTakeFirstOrThrow();
  const mailsS = await secondsUntil(async () => mail.mails.length >= addresses.count, silentAtMs, mailsWithinMs);
  await secondsUntil(async () => (await count('mails', "state = 'due'")) === 0, silentAtMs, mailsWithinMs);
  const alarms = await count('alarms', 'true');
  if (alarms !== fleet.silent) throw new Error(`${alarms} alarms for ${fleet.silent} silent gateways`);
  const most = Math.max(
    ...Map.groupBy(mail.mails, ({ to }) => to)
      .values()
      .map((some) => some.length),
  );
  if (most > 1) throw new Error(`somebody got ${most} mails`);
  return {
    gateways: fleet.gateways,
    'silent at once': fleet.silent,
    [`all alarms after, s (at most ${alarmsWithinMs / secondsMs})`]: rounded(alarmsS, 1),
    addresses: addresses.count,
    mails: mail.mails.length,
    'mails to one address (at most 1)': most,
    'last mail after, s': rounded(mailsS, 1),
  };
}
