import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import type { Experiment, Figures } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { beside } from '../proof/kit/beside.ts';
import { childServer } from '../proof/kit/child-server.ts';
import { insideId } from '../server/kernel/ids.ts';
import { giveManyDevices } from '../tools/test/many-devices.ts';
import { newCustomer } from '../tools/test/devices.ts';
import type { Colleague } from '../tools/test/organizations.ts';
import { startMailServer } from '../tools/test/smtp.ts';
import type { App } from '../server/kernel/app.ts';
import { startBareServer, type BareServer } from './kit/bare-server.ts';
import { capture, knownAfter, type Plan } from './kit/capture.ts';
import { load, type Sent } from './kit/load.ts';
import { median, medianRatio, rounded, tableOf } from './kit/figures.ts';

const site = 'ups';
const devices = 1_000;
const roundsDefault = 7;
const warmUps = 2;
const connections = 8;
/** Of each connection in a round. */
const each = 100;

/** What is asked, and the share of the bare limit that is to be reached. */
type Question = { name: string; ratioMin: number; request: Sent };
type Measured = { api: number[]; bare: number[] };

export const experiment: Experiment = {
  name: 'rest',
  summary:
    'Requests a second with session, scope and validation against bare node:http and pg with the same statements: one device, a list of 50',
  debianPackages: [],
  run: async ({ rounds: asked, folder, say }) => {
    await buildWeb(say);
    const mail = await startMailServer();
    const server = await childServer({ dataDir: folder, env: { ENGAWA_SMTP_URL: mail.url } });
    let bare: BareServer | null = null;
    try {
      server.spawn();
      await server.ready();
      const questions = await beside(folder, async (app) => {
        const found = await questionsOf(app, server.url);
        await writeFile(join(folder, 'plans'), serialize(await plansOf(app, found)));
        return found;
      });
      const program = join(import.meta.dirname, 'rest', 'bare-server.ts');
      bare = await startBareServer(folder, program, join(folder, 'plans'));
      return await measure({ api: server.url, bare: bare.url }, questions, asked ?? roundsDefault, say);
    } finally {
      bare?.stop();
      await server.destroy();
      await mail.close();
    }
  },
};

async function questionsOf(app: App, url: string): Promise<Question[]> {
  const owner = await newCustomer({ app, url });
  const organizationId = insideId(owner.organization);
  const from = new Date('2026-01-01T00:00:00Z');
  await giveManyDevices(app, { site, organizationId, count: devices, from, everyMs: 60_000 });
  const list = await owner.call('GET', `${owner.path}/devices?page=1&pageSize=50`);
  const [first] = list.body['items'] as { id: string }[];
  const get = (path: string) => asks(owner, path);
  return [
    { name: 'one device', ratioMin: 0.45, request: get(`/devices/${first?.id}`) },
    { name: 'list of 50', ratioMin: 0.65, request: get('/devices?page=1&pageSize=50') },
  ];
}

/** What a browser of somebody who is logged in sends. */
function asks({ cookies, path: own }: Colleague, path: string): Sent {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return { method: 'GET', path: `/api/${site}${own}${path}`, headers: { cookie, 'accept-language': 'ja' } };
}

async function plansOf(app: App, questions: readonly Question[]): Promise<Map<string, Plan>> {
  const plans = new Map<string, Plan>();
  for (const { request } of questions) {
    const captured = await capture(app, Array<Sent>(knownAfter + 1).fill(request));
    plans.set(`${request.method} ${request.path}`, captured.at(-1) ?? []);
  }
  return plans;
}

async function measure(
  urls: Record<keyof Measured, string>,
  questions: readonly Question[],
  rounds: number,
  say: (line: string) => void,
): Promise<Figures> {
  const rows: (string | number)[][] = [];
  const missed: string[] = [];
  const figures: Figures = { rounds, 'requests a round': each * connections, connections };
  let firstCaller = 0;
  for (const question of questions) {
    const measured: Measured = { api: [], bare: [] };
    for (let round = -warmUps; round < rounds; round += 1) {
      // Who goes first changes; the rounds before the first warm both up.
      for (const who of round % 2 === 0 ? (['api', 'bare'] as const) : (['bare', 'api'] as const)) {
        const perSecond = await load({ url: urls[who], connections, each, firstCaller, sent: question.request });
        firstCaller += connections;
        if (round >= 0) measured[who].push(perSecond);
      }
    }
    const ratio = medianRatio(measured.api, measured.bare);
    const { name, ratioMin } = question;
    const perSecond = Math.round(median(measured.api));
    rows.push([name, perSecond, Math.round(median(measured.bare)), rounded(ratio), ratioMin]);
    figures[`${name}, a second`] = perSecond;
    figures[`${name} ÷ bare (at least ${ratioMin})`] = rounded(ratio);
    if (ratio < ratioMin) missed.push(`${name}: ${rounded(ratio)} of bare, at least ${ratioMin} is asked for`);
  }
  for (const line of tableOf(['', 'API, a second', 'bare', '÷ bare', 'at least'], rows)) say(line);
  if (missed.length > 0) throw new Error(missed.join('\n'));
  return figures;
}
