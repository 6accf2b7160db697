import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import type { Experiment, Figures } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { newCompany, type Member } from '../tools/test/accounts.ts';
import { giveActivationKeys, type TestKey } from '../tools/test/activation-keys.ts';
import { startMailServer } from '../tools/test/smtp.ts';
import { beside } from '../proof/kit/beside.ts';
import { childServer } from '../proof/kit/child-server.ts';
import { callerAddress, fetchFrom } from '../proof/kit/fetch-from.ts';
import { seededRandom, type Random } from '../proof/kit/random.ts';
import type { App } from '../server/kernel/app.ts';
import { templateOf, type Subject, type Template } from './issue/template.ts';
import { startBareServer, type BareServer } from './kit/bare-server.ts';
import { capture, knownAfter, type Asked } from './kit/capture.ts';
import { median, medianRatio, rounded, tableOf } from './kit/figures.ts';

const site = 'conference';
const roundsDefault = 15;
const warmUps = 3;
/** Until all that the API asks again is known, and then two to compare. */
const perCapture = knownAfter + 2;
const companies = 8;
const perCompany = 30;
const perRound = companies * perCompany;
/** The share of the bare limit that is to be reached. */
const ratioMin = 0.6;

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
      const keys = await beside(folder, async (app) => {
        const captured = companies * perCapture;
        const given = await giveActivationKeys({ app }, captured + 2 * perRound * (rounds + warmUps), {
          site,
          hex: random.hex,
        });
        await writeFile(
          join(folder, 'templates'),
          serialize(await templatesOf(app, members, given.splice(0, captured), random)),
        );
        return given;
      });
      const program = join(import.meta.dirname, 'issue', 'bare-server.ts');
      bare = await startBareServer(folder, program, join(folder, 'templates'));
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
      const issued = companies * perCapture + 2 * perRound * (rounds + warmUps);
      const bound = await beside(folder, countBindings);
      if (bound !== issued) throw new Error(`${bound} keys are bound instead of ${issued}`);
      return judge(rounds, api, limit, say);
    } finally {
      bare?.stop();
      await server.destroy();
      await mail.close();
    }
  },
};

function judge(rounds: number, api: Measured, limit: Measured, say: (line: string) => void): Figures {
  const row = (name: string, { perSecond, latencyMs }: Measured) => [
    name,
    Math.round(median(perSecond)),
    rounded(medianRatio(perSecond, limit.perSecond)),
    rounded(median(latencyMs), 1),
  ];
  const headings = ['', 'keys a second', '÷ bare', 'median wait, ms'];
  for (const line of tableOf(headings, [row('bare node:http and pg', limit), row('API', api)])) say(line);
  const ratio = rounded(medianRatio(api.perSecond, limit.perSecond));
  const ratios = api.perSecond.map((value, round) => value / (limit.perSecond[round] ?? Number.NaN));
  if (ratio < ratioMin) throw new Error(`issuing reaches ${ratio} of bare; at least ${ratioMin} is asked for`);
  return {
    rounds,
    [`keys a second, API ÷ bare (median of the rounds, at least ${ratioMin})`]: ratio,
    'lowest and highest round': `${rounded(Math.min(...ratios))} and ${rounded(Math.max(...ratios))}`,
  };
}

async function countBindings(app: App): Promise<number> {
  const { count } = await app.db
    .selectFrom('registration_key_bindings')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** What the API asks the database for a key of each member, by the address that is called. */
async function templatesOf(
  app: App,
  members: readonly Member[],
  keys: TestKey[],
  random: Random,
): Promise<Map<string, Template>> {
  const templates = new Map<string, Template>();
  for (const [index, member] of members.entries()) {
    // Requests about devices with the same end wait for each other; those of two members have another.
    const end = index.toString(16).toUpperCase().padStart(4, '0');
    const requests = keys.splice(0, perCapture).map((key) => requestFor(member, key, random.hex(12) + end, random));
    const at = new Date();
    const [another, last] = (await capture(app, requests)).slice(-2);
    const subject = requests.at(-1)?.subject;
    if (!another || !last || !subject) throw new Error('nothing was captured');
    templates.set(requests[0]?.path ?? '', templateOf(last, subject, at, another));
  }
  return templates;
}

/** One key of a member, as a browser asks for it. */
function requestFor(member: Member, key: TestKey, deviceId: string, random: Random): Asked & { subject: Subject } {
  const idempotencyKey = `bench-${random.hex(16)}`;
  const cookie = [...member.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return {
    method: 'POST',
    path: `/api/${site}${member.path}/registration-keys`,
    headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey, cookie },
    body: JSON.stringify({ category: 'conference-unit', deviceId, activationKeys: [key] }),
    subject: { deviceId, number: key.number, idempotencyKey },
  };
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
      for (const key of keys.slice(index * perCompany, (index + 1) * perCompany)) {
        const { method, path, headers, body } = requestFor(member, key, random.hex(16), random);
        const sent = performance.now();
        const answer = await send(url + path, { method, headers, body: String(body) });
        const text = await answer.text();
        if (answer.status !== 201) throw new Error(`${answer.status}: ${text}`);
        waits.push(performance.now() - sent);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  return { perSecond: keys.length / seconds, latencyMs: median(waits) };
}
