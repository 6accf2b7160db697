import { join } from 'node:path';
import type { Experiment } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { newCompany, type Member } from '../tools/test/accounts.ts';
import { giveActivationKeys, type TestKey } from '../tools/test/activation-keys.ts';
import { startMailServer } from '../tools/test/smtp.ts';
import { beside } from '../proof/kit/beside.ts';
import { childServer } from '../proof/kit/child-server.ts';
import { callerAddress, fetchFrom } from '../proof/kit/fetch-from.ts';
import { seededRandom, type Random } from '../proof/kit/random.ts';
import { startBareServer, type BareServer } from './kit/bare-server.ts';
import { median, medianRatio, rounded, tableOf } from './kit/figures.ts';

const site = 'conference';
const roundsDefault = 15;
const warmUps = 3;
const companies = 8;
const perCompany = 30;
const perRound = companies * perCompany;

type Measured = { perSecond: number[]; latencyMs: number[] };

export const experiment: Experiment = {
  name: 'issue',
  summary: 'One registration key issued through the API against bare node:http and pg with the same statements',
  debianPackages: [],
  run: async ({ seed, rounds: asked, folder, say }) => {
    await buildWeb(say);
    const rounds = asked ?? roundsDefault;
    const random = seededRandom(seed);
    const mail = await startMailServer();
    const server = await childServer({ dataDir: folder, env: { ENGAWA_SMTP_URL: mail.url } });
    let bare: BareServer | null = null;
    try {
      server.spawn();
      await server.ready();
      const members: Member[] = [];
      for (let index = 0; index < companies; index += 1)
        members.push(await newCompany({ url: server.url, mail }, site, fetchFrom(callerAddress(index))));
      const keys = await beside(folder, (app) =>
        giveActivationKeys({ app }, 2 * perRound * (rounds + warmUps), { site, hex: random.hex }),
      );
      bare = await startBareServer(folder, join(import.meta.dirname, 'issue', 'bare-server.ts'));
      const api: Measured = { perSecond: [], latencyMs: [] };
      const limit: Measured = { perSecond: [], latencyMs: [] };
      const targets = [
        { url: server.url, measured: api },
        { url: bare.url, measured: limit },
      ];
      for (let round = -warmUps; round < rounds; round += 1) {
        // Who goes first changes; the rounds before the first warm both up.
        for (const { url, measured } of round % 2 === 0 ? targets : targets.toReversed()) {
          const result = await issueMany(url, members, keys.splice(0, perRound), random);
          if (round >= 0) measured.perSecond.push(result.perSecond);
          if (round >= 0) measured.latencyMs.push(result.latencyMs);
        }
      }
      const row = (name: string, { perSecond, latencyMs }: Measured) => [
        name,
        Math.round(median(perSecond)),
        rounded(medianRatio(perSecond, limit.perSecond)),
        rounded(median(latencyMs), 1),
      ];
      const headings = ['', 'keys a second', '÷ bare', 'median wait, ms'];
      for (const line of tableOf(headings, [row('bare node:http and pg', limit), row('API', api)])) say(line);
      return {
        rounds,
        'keys a second, API ÷ bare (median of the rounds)': rounded(medianRatio(api.perSecond, limit.perSecond)),
        'lowest and highest round': `${rounded(Math.min(...ratios(api, limit)))} and ${rounded(Math.max(...ratios(api, limit)))}`,
      };
    } finally {
      bare?.stop();
      await server.destroy();
      await mail.close();
    }
  },
};

function ratios(api: Measured, limit: Measured): number[] {
  return api.perSecond.map((value, round) => value / (limit.perSecond[round] ?? Number.NaN));
}

/** Each organization issues one key after the other, all of them at the same time. */
async function issueMany(
  url: string,
  members: readonly Member[],
  keys: TestKey[],
  random: Random,
): Promise<{ perSecond: number; latencyMs: number }> {
  const waits: number[] = [];
  const started = performance.now();
  await Promise.all(
    members.map(async (member, index) => {
      const send = fetchFrom(callerAddress(index));
      const cookie = [...member.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      for (const key of keys.slice(index * perCompany, (index + 1) * perCompany)) {
        const sent = performance.now();
        const answer = await send(`${url}/api/${site}${member.path}/registration-keys`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': `bench-${random.hex(16)}`, cookie },
          body: JSON.stringify({ category: 'conference-unit', deviceId: random.hex(16), activationKeys: [key] }),
        });
        const text = await answer.text();
        if (answer.status !== 201) throw new Error(`${answer.status}: ${text}`);
        waits.push(performance.now() - sent);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  return { perSecond: keys.length / seconds, latencyMs: median(waits) };
}
