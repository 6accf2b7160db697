import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../server/kernel/database.ts';
import { insideId } from '../../server/kernel/ids.ts';
import { silentLog } from '../../server/kernel/log.ts';
import { shopOf } from '../../tools/test/shop.ts';
import { inTime } from '../kit/callers.ts';
import type { FaultReport } from '../kit/faults.ts';
import { killWhile, type OpenFlow } from '../kit/flow.ts';
import { oddAnswers } from '../kit/said.ts';
import { seededRandom } from '../kit/random.ts';
import { calendarOf, untilUpToDate } from './calendar.ts';
import { findFaults } from './check.ts';
import { clientsOf } from './clients.ts';
import { send, wasDone, type Command, type Market } from './command.ts';
import { readStored, type Stored } from './evidence.ts';
import { keepLooking, lookAt, type Looks } from './look.ts';
import { makeScene } from './scene.ts';
import type { Shop } from './wishes.ts';

const restWithinMs = 120_000;

/**
 * Shop, dealers, customers and an operator act upon licences without a pause, days come and licences end. All the time somebody looks at the whole
 * ledger; in the end all that anybody was told is held against what is there.
 */
export const trading: OpenFlow = async ({ url, gate, seed, beside, databaseUrl, clockMoves }) => {
  let over = false;
  const market: Market = {
    history: [],
    orders: [],
    unseen: [],
    left: [],
    answers: 0,
    statuses: new Map(),
    faults: [],
    gate,
    isOver: () => over,
  };
  const sold = await beside((app) => shopOf({ app, url }));
  const shop: Shop = clockMoves ? (...message) => inTime(sold(...message)) : sold;
  const scene = await beside((app) => makeScene({ app, url }, market, shop, clockMoves));
  // Whoever looks and turns the calendar has a way to the database of their own.
  const database = openDatabase(databaseUrl(), silentLog);
  const { db } = database;
  const randomOf = (name: string) => seededRandom(`${seed} ${name}`);
  const customers = scene.owners.map(({ organization }) => insideId(organization));
  const looking = keepLooking(db, market.unseen, market.isOver);
  const calendar = calendarOf(db, customers, randomOf('calendar'), market.isOver);
  const acting = Promise.all([
    looking,
    ...[...clientsOf({ market, scene, shop }, randomOf), calendar].map((run) => run()),
  ]);
  acting.catch(() => undefined);
  return {
    acting,
    progress: () => market.answers,
    rest: async () => {
      over = true;
      await resting(acting, market);
      await askAgain(market);
      await untilUpToDate(db);
    },
    check: async () => {
      const looks = await looking;
      looks.faults.push(...(await lookAt(db, market.unseen)));
      const races = market.orders.filter(({ dealer }) => dealer === scene.rival.organization).length;
      return report(market, looks, await readStored({ db }), races);
    },
    close: async () => {
      over = true;
      await database.close();
    },
  };
};

export const killWhileTrading = killWhile(trading);

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

function report({ history, left, statuses, faults }: Market, looks: Looks, stored: Stored, races: number): FaultReport {
  const count = (fits: (command: Command) => boolean) => history.filter(fits).length;
  const plans = (state: string) => stored.plans.filter((one) => one.state === state).length;
  return {
    faults: [...looks.faults, ...faults, ...findFaults({ history, stored }), ...oddAnswers({ statuses })],
    figures: {
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
      'races for a last licence': races,
    },
  };
}
