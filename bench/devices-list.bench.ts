import type { Experiment, Figures } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { beside } from '../proof/kit/beside.ts';
import { childServer } from '../proof/kit/child-server.ts';
import { startMailServer } from '../tools/test/smtp.ts';
import { deviceOptions } from '../domain/site/capabilities.ts';
import { siteOf, type Colleague } from '../tools/test/organizations.ts';
import { ownerOfMany, deviceCount, siteId } from './devices/owner.ts';
import { bareQuestion, type Bare } from './devices/bare.ts';
import { questionsOf } from './devices/questions.ts';
import { medianRatio, percentile, rounded, tableOf } from './kit/figures.ts';

const roundsDefault = 5;
const warmUps = 1;
const waitMsMax = 100;
const ratioMax = 2;
const totalMax = 100_000;

type Waits = { api: number[]; bare: number[] };

export const experiment: Experiment = {
  name: 'devices-list',
  summary: `Lists, orders and searches over ${deviceCount.toLocaleString('en')} devices of one organization, against the same queries bare`,
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
        const bare = await bareQuestion(app, folder, owner);
        try {
          return await measure(
            owner,
            bare,
            questionsOf(deviceOptions(siteOf({ app }, siteId)).list.columns),
            asked ?? roundsDefault,
            say,
          );
        } finally {
          await bare.close();
        }
      });
    } finally {
      await server.destroy();
      await mail.close();
    }
  },
};

async function measure(
  owner: Colleague,
  bare: Bare,
  questions: ReadonlyMap<string, string>,
  rounds: number,
  say: (line: string) => void,
): Promise<Figures> {
  const waits = new Map<string, Waits>();
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const [name, query] of questions) {
      const one = waits.get(name) ?? { api: [], bare: [] };
      const api = await asked(owner, query);
      const same = await bare.ask(query);
      if (round < 0) continue;
      one.api.push(api);
      one.bare.push(same);
      waits.set(name, one);
    }
  }
  const rows = [...waits].map(([name, { api, bare: same }]) => [
    name,
    rounded(percentile(api, 95), 1),
    rounded(percentile(same, 95), 1),
    rounded(medianRatio(api, same)),
  ]);
  for (const line of tableOf(['', 'p95, ms', 'bare, ms', '÷ bare'], rows)) say(line);
  const all = [...waits.values()];
  const p95 = percentile(
    all.flatMap(({ api }) => api),
    95,
  );
  const ratio = medianRatio(
    all.flatMap(({ api }) => api),
    all.flatMap(({ bare: same }) => same),
  );
  if (p95 > waitMsMax)
    throw new Error(`the 95th percentile is ${rounded(p95, 1)} ms; at most ${waitMsMax} are allowed`);
  if (ratio > ratioMax) throw new Error(`${rounded(ratio)} times as long as bare; at most ${ratioMax} are allowed`);
  return {
    devices: deviceCount,
    questions: waits.size,
    rounds,
    [`p95, ms (at most ${waitMsMax})`]: rounded(p95, 1),
    [`÷ the same query bare (at most ${ratioMax})`]: rounded(ratio),
  };
}

async function asked(owner: Colleague, query: string): Promise<number> {
  const started = performance.now();
  const answer = await owner.call('GET', `${owner.path}/devices?${query}`);
  const waited = performance.now() - started;
  if (answer.status !== 200) throw new Error(answer.text);
  const { total, totalCapped } = answer.body;
  if (Number(total) > totalMax || (query.startsWith('page=') && totalCapped !== true))
    throw new Error(`a total of ${String(total)} for ${query}`);
  return waited;
}
