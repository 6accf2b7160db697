import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '../../server/kernel/app.ts';
import { findRunningDatabase } from '../../server/kernel/embedded-postgres/borrow.ts';
import { startMailServer, type TestMailServer } from '../../tools/test/smtp.ts';
import { waitUntilQuiet } from '../issue/quiet.ts';
import { beside } from './beside.ts';
import { childServer, type ChildServer } from './child-server.ts';
import type { FaultReport, FaultRun } from './faults.ts';
import { figuresOfKills, killAgainAndAgain, killsIn, openGate, type Gate } from './kills.ts';
import type { Random } from './random.ts';
import { someMore } from './some-more.ts';

/** Where a flow takes place: a server that is harmed again and again, at one address. */
export type Stage = {
  url: string;
  mqttUrl: string;
  mail: TestMailServer;
  /** Clients wait here while there is no server. */
  gate: Gate;
  seed: number;
  /** How many faults are to come. */
  faults: number;
  /** Lends the database and keys of the server. */
  beside: <T>(use: (app: App) => Promise<T>) => Promise<T>;
  /** A way to the database for who looks all the time. */
  databaseUrl: () => string;
  /** Whether the server's clock is moved: sessions end early then, and signatures seem to be of another time. */
  clockMoves: boolean;
  /** Where the server finds what it sends to at this address. */
  outwards: (url: string) => Promise<string>;
};

/** One thing that people or devices do without a pause, with all that they were told about it. */
export type Flow = {
  /** Rejects where something failed that should not. */
  acting: Promise<unknown>;
  /** How much was settled so far. */
  progress: () => number;
  /** So much more is settled at most between two faults, and so long they come after it at most; else by the default. */
  pace?: { settledMax: number; momentMaxMs: number };
  /** Called when the server is back after a fault. */
  mended?(): Promise<void>;
  /** Nothing new is begun; resolves when all that was begun is settled. */
  rest(): Promise<void>;
  /** When all is quiet, what anybody was told is held against what is there; so many faults may each have made one mail or message come again. */
  check(faults: number): Promise<FaultReport>;
  close?(): Promise<void>;
};
export type OpenFlow<F extends Flow = Flow> = (stage: Stage) => Promise<F>;

/** The stage of one server on a folder of its own, with nothing between it and whoever calls. */
export function stageAt(
  { url, dataDir }: Pick<ChildServer, 'url' | 'dataDir'>,
  mail: TestMailServer,
  { seed, kills }: Pick<FaultRun, 'seed' | 'kills'>,
  mqttUrl = '',
): Stage {
  return {
    url,
    mqttUrl,
    mail,
    gate: openGate(),
    seed,
    faults: kills,
    beside: (use) => beside(dataDir, use),
    databaseUrl: () => findRunningDatabase(dataDir)?.appUrl ?? '',
    clockMoves: false,
    outwards: async (to) => to,
  };
}

/** A fault comes a random moment after so much was settled at most: however slow the machine is, something is under way … */
const defaultPace = { settledMax: 12, momentMaxMs: 100 };
/** … or when nothing was for this long. */
const settledWithinMs = 5_000;

/** The next fault comes a random moment after a little more was settled. */
export async function between({ progress, pace = defaultPace }: Pick<Flow, 'progress' | 'pace'>, random: Random) {
  await someMore(progress, random.below(pace.settledMax), settledWithinMs);
  await sleep(random.below(pace.momentMaxMs));
}

/** Resolves as `harming` does, unless something fails meanwhile that should not. */
export async function whileActing<T>(flows: readonly Flow[], harming: Promise<T>): Promise<T> {
  const failing = flows.map(({ acting }) => acting.then(() => new Promise<never>(() => undefined)));
  return Promise.race([harming, ...failing]);
}

/** Kills the server, its database or both at random moments while one flow goes on. */
export function killWhile(openFlow: OpenFlow, env: Record<string, string> = {}) {
  return async ({ dataDir, seed, kills, say }: FaultRun): Promise<FaultReport> => {
    const mail = await startMailServer();
    const server = await childServer({ dataDir, env: { ENGAWA_SMTP_URL: mail.url, ...env } });
    let flow: Flow | null = null;
    try {
      server.spawn();
      await server.ready();
      const stage = stageAt(server, mail, { seed, kills });
      flow = await openFlow(stage);
      const here = flow;
      say(`${kills} kills begin`);
      const killing = killAgainAndAgain(server, stage.gate, { seed, kills, say }, async (random) => {
        await here.mended?.();
        await between(here, random);
      });
      const killed = await whileActing([flow], killing);
      await flow.mended?.();
      await flow.rest();
      await beside(dataDir, waitUntilQuiet);
      const { faults, figures } = await flow.check(killsIn(killed));
      return { faults, figures: { ...figuresOfKills(killed), ...figures } };
    } finally {
      await flow?.close?.();
      await server.destroy();
      await mail.close();
    }
  };
}
