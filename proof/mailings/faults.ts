import { setTimeout as sleep } from 'node:timers/promises';
import { startMailServer } from '../../tools/test/smtp.ts';
import { waitUntilQuiet } from '../issue/quiet.ts';
import { beside } from '../kit/beside.ts';
import { childServer } from '../kit/child-server.ts';
import type { FaultReport, FaultRun } from '../kit/faults.ts';
import { figuresOfKills, killAgainAndAgain, killedNone, killsIn, openGate } from '../kit/kills.ts';
import { seededRandom, type Random } from '../kit/random.ts';
import { oddAnswers } from '../kit/said.ts';
import { someMore } from '../kit/some-more.ts';
import { findFaults, repeatsIn } from './check.ts';
import { keepPressing, keepWithdrawing, type Market } from './clients.ts';
import { readStored, type Shown } from './evidence.ts';
import { makeScene, type Scene } from './scene.ts';

/** A kill comes a random moment after so many mails at most. */
const mailsPerKillMax = 12;
const momentMaxMs = 60;
const killsPerMailing = 3;
const mailingsMin = 3;

/**
 * An operator mails one notice after the other and presses each again and again under its key, people withdraw, and the server, its database or both are
 * killed at random moments. In the end what came is held against what was pressed.
 */
export async function killWhileMailing({ dataDir, seed, kills, say }: FaultRun): Promise<FaultReport> {
  const mail = await startMailServer();
  const server = await childServer({ dataDir, env: { ENGAWA_SMTP_URL: mail.url } });
  let over = false;
  const market: Market = {
    pressed: [],
    withdrawn: new Map(),
    statuses: new Map(),
    gate: openGate(),
    isOver: () => over,
  };
  try {
    server.spawn();
    await server.ready();
    const { url } = server;
    const mailings = Math.max(mailingsMin, Math.ceil(kills / killsPerMailing));
    const scene = await beside(dataDir, (app) => makeScene({ app, url }, mailings, seededRandom(`${seed} people`)));
    const pressing = keepPressing(market, scene, mail);
    const acting = Promise.all([pressing, keepWithdrawing(market, scene, mail)]);
    acting.catch(() => undefined);
    const between = async (random: Random) => {
      await someMore(() => mail.mails.length, random.below(mailsPerKillMax));
      await sleep(random.below(momentMaxMs));
    };
    say(`${scene.readers.length} readers, ${mailings} notices; ${kills} kills begin`);
    const killed = await Promise.race([
      killAgainAndAgain(server, market.gate, { seed, kills, say }, between),
      acting.then(() => killedNone),
    ]);
    over = true;
    await acting;
    await beside(dataDir, waitUntilQuiet);
    const { pressed, withdrawn } = market;
    const stored = await beside(dataDir, (app) => readStored(app, scene));
    const shown = await readShown(scene);
    const { mails } = mail;
    const faults = findFaults({
      scene,
      pressed,
      withdrawn,
      mails,
      stored: { ...stored, shown },
      kills: killsIn(killed),
    });
    const sum = (count: (one: Shown) => number) => [...shown.values()].reduce((all, one) => all + count(one), 0);
    return {
      faults: [...faults, ...oddAnswers(market)],
      figures: {
        ...figuresOfKills(killed),
        mailings: pressed.length,
        'answers to a press': pressed.reduce((all, { answers }) => all + answers.length, 0),
        'presses cut off by a kill': pressed.reduce((all, { cutOff }) => all + cutOff, 0),
        'mails received': mails.length,
        'of these repeats': repeatsIn(mails),
        'people who withdrew': withdrawn.size,
        'mails not sent any more': sum(({ dropped }) => dropped),
      },
    };
  } finally {
    over = true;
    await server.destroy();
    await mail.close();
  }
}

async function readShown({ operator }: Scene): Promise<Map<string, Shown>> {
  const { body, text, status } = await operator.call('GET', `${operator.path}/mailings?pageSize=100`);
  if (status !== 200) throw new Error(text);
  return new Map((body.items as (Shown & { id: string })[]).map((one) => [one.id, one]));
}
