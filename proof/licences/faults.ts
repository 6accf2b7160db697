import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../server/kernel/database.ts';
import { findRunningDatabase } from '../../server/kernel/embedded-postgres/borrow.ts';
import { insideId } from '../../server/kernel/ids.ts';
import { silentLog } from '../../server/kernel/log.ts';
import { shopOf } from '../../tools/test/shop.ts';
import { startMailServer } from '../../tools/test/smtp.ts';
import { waitUntilQuiet } from '../issue/quiet.ts';
import { beside } from '../kit/beside.ts';
import { childServer } from '../kit/child-server.ts';
import type { FaultReport, FaultRun } from '../kit/faults.ts';
import { figuresOfKills, killAgainAndAgain, killedNone, openGate, type Killed } from '../kit/kills.ts';
import { oddAnswers } from '../kit/said.ts';
import { seededRandom, type Random } from '../kit/random.ts';
import { someMore } from '../kit/some-more.ts';
import { calendarOf, untilUpToDate } from './calendar.ts';
import { findFaults } from './check.ts';
import { clientsOf } from './clients.ts';
import { send, wasDone, type Command, type Market } from './command.ts';
import { readStored, type Stored } from './evidence.ts';
import { keepLooking, lookAt, type Looks } from './look.ts';
import { makeScene } from './scene.ts';

const readyWithinMs = 120_000;
/** A kill comes a random moment after so many answers of the server at most: however slow the machine is, something is under way … */
const answersPerKillMax = 12;
const momentMaxMs = 100;
/** … or when it gave none for this long. */
const answersWithinMs = 5_000;
const restWithinMs = 120_000;

/**
 * Shop, dealers, customers and an operator act upon licences without a pause while the server, its database or both are killed at random moments,
 * days come and licences end. All the time somebody looks at the whole ledger; in the end all that anybody was told is held against what is there.
 */
export async function killWhileTrading({ dataDir, seed, kills, say }: FaultRun): Promise<FaultReport> {
  const mail = await startMailServer();
  const server = await childServer({ dataDir, env: { ENGAWA_SMTP_URL: mail.url } });
  let over = false;
  const market: Market = {
    history: [],
    orders: [],
    unseen: [],
    left: [],
    answers: 0,
    statuses: new Map(),
    faults: [],
    gate: openGate(),
    isOver: () => over,
  };
  try {
    server.spawn();
    await server.ready(readyWithinMs);
    const shop = await beside(dataDir, (app) => shopOf({ app, url: server.url }));
    const scene = await beside(dataDir, (app) => makeScene({ app, url: server.url }, market, shop));
    const database = openDatabase(findRunningDatabase(dataDir)?.appUrl ?? '', silentLog);
    try {
      const { db } = database;
      const randomOf = (name: string) => seededRandom(`${seed} ${name}`);
      const customers = scene.owners.map(({ organization }) => insideId(organization));
      const looking = keepLooking(db, market.unseen, market.isOver);
      const calendar = calendarOf(db, customers, randomOf('calendar'), market.isOver);
      const acting = [...clientsOf({ market, scene, shop }, randomOf), calendar].map((run) => run());
      const all = Promise.all([looking, ...acting]);
      all.catch(() => undefined);
      const between = async (random: Random) => {
        await someMore(() => market.answers, random.below(answersPerKillMax), answersWithinMs);
        await sleep(random.below(momentMaxMs));
      };
      say(`${acting.length} act, one looks; ${kills} kills begin`);
      // Who acts goes on until it is over, unless something fails that should not.
      const killed = await Promise.race([
        killAgainAndAgain(server, market.gate, { seed, kills, say }, between),
        all.then(() => killedNone),
      ]);
      over = true;
      await resting(all, market);
      const looks = await looking;
      await askAgain(market);
      await untilUpToDate(db);
      await beside(dataDir, waitUntilQuiet);
      looks.faults.push(...(await lookAt(db, market.unseen)));
      const races = market.orders.filter(({ dealer }) => dealer === scene.rival.organization).length;
      return report(market, looks, await readStored({ db }), { ...killed, races });
    } finally {
      over = true;
      await database.close();
    }
  } finally {
    await server.destroy();
    await mail.close();
  }
}

/** Everybody finishes what is in hand. */
async function resting(all: Promise<unknown>, { history, statuses }: Market): Promise<void> {
  const late = sleep(restWithinMs, 'late', { ref: false });
  if ((await Promise.race([all, late])) !== 'late') return;
  const left = history.filter(({ answers }) => answers.length === 0).map(({ wish }) => JSON.stringify(wish));
  const answers = [...statuses].map(([status, times]) => `${status} × ${times}`);
  throw new Error(`commands that do not come to an end: ${left.join('; ')}; answers: ${answers.join(', ')}`);
}

/** What clients had given up is asked again: it was done, and the answer is the one that was cut off, or it is done now. */
async function askAgain(market: Market): Promise<void> {
  for (const command of market.left) while (!(await send(market, command))) await market.gate.passed();
}

function report(
  { history, left, statuses, faults }: Market,
  looks: Looks,
  stored: Stored,
  killed: Killed & { races: number },
): FaultReport {
  const count = (fits: (command: Command) => boolean) => history.filter(fits).length;
  const plans = (state: string) => stored.plans.filter((one) => one.state === state).length;
  return {
    faults: [...looks.faults, ...faults, ...findFaults({ history, stored }), ...oddAnswers({ statuses })],
    figures: {
      ...figuresOfKills(killed),
      'commands done': count(wasDone),
      'commands refused': count((one) => !wasDone(one)),
      'commands cut off by a kill': count(({ broken }) => broken > 0),
      'of these asked again only in the end': left.length,
      'answers asked for again': history.reduce((sum, { answers }) => sum + Math.max(0, answers.length - 1), 0),
      'looks at the whole ledger': looks.count,
      'looks in vain, as the database was away': looks.inVain,
      'moves in the ledger': Object.values(stored.moves).reduce((sum, one) => sum + one, 0),
      'plans carried out': plans('done'),
      'plans that failed for want of stock': plans('failed'),
      'licences placed': stored.placements.length,
      'of these moved by somebody': stored.placements.filter(({ cause }) => cause === 'moved').length,
      'licences that ended in a camera': stored.placements.filter(({ expired }) => expired).length,
      'races for a last licence': killed.races,
    },
  };
}
