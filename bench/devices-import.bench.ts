import { setTimeout as sleep } from 'node:timers/promises';
import type { Experiment, Figures } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { beside } from '../proof/kit/beside.ts';
import { childServer, until } from '../proof/kit/child-server.ts';
import { seededRandom } from '../proof/kit/random.ts';
import { confirmFile, readFile, uploadFile, type Uploader } from '../tools/test/imports.ts';
import { newSerial } from '../tools/test/devices.ts';
import { newColleague, newOrganization, siteOf } from '../tools/test/organizations.ts';
import { startMailServer } from '../tools/test/smtp.ts';
import { siteId } from './devices/owner.ts';
import { median, rounded, tableOf } from './kit/figures.ts';
import { watchMemory } from './kit/memory.ts';

const rowCount = 100_000;
const warmUpRows = 2_000;
const roundsDefault = 3;
const secondsMax = 60;
const growthMbMax = 64;
const withinMs = 300_000;
/** As often as the page asks how far it is. */
const askEveryMs = 1_000;

type Round = { upload: number; store: number; uploadMb: number; wholeMb: number };

export const experiment: Experiment = {
  name: 'devices-import',
  summary: `${rowCount.toLocaleString('en')} manufactured devices from a CSV file: previewed, confirmed, stored; what the server's memory grows by`,
  debianPackages: [],
  run: async ({ seed, rounds: asked, folder, say }) => {
    await buildWeb(say);
    const mail = await startMailServer();
    const server = await childServer({ dataDir: folder, env: { ENGAWA_SMTP_URL: mail.url } });
    try {
      server.spawn();
      await server.ready();
      return await beside(folder, async (app) => {
        const maker = await newOrganization({ app }, 'maker', '', siteId);
        const operator = await newColleague({ app, url: server.url }, maker, 'owner', { siteId });
        const random = seededRandom(seed);
        const site = siteOf({ app }, siteId);
        const file = (rows: number) => {
          const serials = new Set<string>();
          while (serials.size < rows) serials.add(newSerial(site, 'SB1500-R', random.below));
          return [
            'model,serial,shippedOn,orderNumber',
            ...[...serials].map((one) => `SB1500-R,${one},2026-10-01,ORD-${one}`),
          ].join('\r\n');
        };
        await importFile(operator, server.pid(), file(warmUpRows), warmUpRows);
        const measured: Round[] = [];
        for (let round = 0; round < (asked ?? roundsDefault); round += 1)
          measured.push(await importFile(operator, server.pid(), file(rowCount), rowCount));
        return report(measured, say);
      });
    } finally {
      await server.destroy();
      await mail.close();
    }
  },
};

/** Hands a file over as a person does, and waits until all of it is stored. */
async function importFile(operator: Uploader, pid: number, content: string, rows: number): Promise<Round> {
  const memory = watchMemory(pid);
  const started = performance.now();
  const { status, text, shown } = await uploadFile(operator, 'manufactured-devices', content);
  if (status !== 201 || shown.faultCount > 0) throw new Error(text);
  const uploaded = performance.now();
  const uploadMb = memory.soFar();
  await confirmFile(operator, shown);
  const isDone = async () => {
    await sleep(askEveryMs);
    return (await readFile(operator, shown.id)).state === 'done';
  };
  await until('all rows are stored', isDone, withinMs);
  const done = performance.now();
  const wholeMb = await memory.stop();
  const { storedCount } = await readFile(operator, shown.id);
  // Two numbers of many millions may be the same by chance in two files.
  if (storedCount < rows * 0.9) throw new Error(`${storedCount} of ${rows} rows were stored`);
  return { upload: (uploaded - started) / 1000, store: (done - uploaded) / 1000, uploadMb, wholeMb };
}

function report(measured: readonly Round[], say: (line: string) => void): Figures {
  const of = (pick: (round: Round) => number) => measured.map(pick);
  const seconds = of(({ upload, store }) => upload + store);
  const growth = Math.round(Math.max(...of(({ wholeMb }) => wholeMb)));
  const rows = [
    [
      'read, checked and previewed',
      rounded(median(of(({ upload }) => upload)), 1),
      ...of(({ uploadMb }) => Math.round(uploadMb)),
    ],
    [
      'checked again and stored',
      rounded(median(of(({ store }) => store)), 1),
      ...of(({ wholeMb }) => Math.round(wholeMb)),
    ],
  ];
  for (const line of tableOf(['', 'seconds', ...measured.map(() => 'memory grew by, MiB')], rows)) say(line);
  const longest = rounded(Math.max(...seconds), 1);
  if (longest > secondsMax) throw new Error(`${longest} seconds; at most ${secondsMax} are allowed`);
  if (growth > growthMbMax) throw new Error(`memory grew by ${growth} MiB; at most ${growthMbMax} are allowed`);
  return {
    rows: rowCount,
    rounds: measured.length,
    [`seconds, slowest (at most ${secondsMax})`]: longest,
    [`memory growth of the server, MiB (at most ${growthMbMax})`]: growth,
  };
}
