import { setTimeout as sleep } from 'node:timers/promises';
import { manners, type FaultProxy, type Manner } from '../../tools/test/fault-proxy.ts';
import type { KillKind } from '../kit/child-server.ts';
import type { Random } from '../kit/random.ts';
import { someMore } from '../kit/some-more.ts';
import { handOverDeadMails } from './dead-mails.ts';
import { wayNames, type FaultStage, type WayName } from './stage.ts';

/** One kind of thing that goes wrong. */
export type FaultKind = {
  name: string;
  /** The database needs a disk of its own for it, which takes root. */
  fillsDisk?: true;
  /** What it left behind takes half a minute to be over. */
  lasts?: true;
  /** Goes wrong, and is mended again. How long the server then took to be ready, where it had to start again. */
  strike: (stage: FaultStage, random: Random) => Promise<number | void>;
};

/** So many pieces are harmed, or so long is waited for them. */
const piecesMax = 12;
const piecesWithinMs = 1_500;
const harmedMsMax = 600;
const stoppedMsMax = 2_000;

const kills = (['server', 'database', 'both'] as KillKind[]).map((kind): FaultKind => ({
  name: kind === 'both' ? 'kill of server and database' : `kill of the ${kind}`,
  strike: (stage) => stage.kill(kind),
}));

/** Processes stand still and go on, as on a machine that swaps or is moved. */
const standstills = (['server', 'database'] as const).map((who): FaultKind => ({
  name: `standstill of the ${who}`,
  strike: async (stage, random) => {
    const pids = who === 'server' ? [stage.server.pid()] : stage.databasePids();
    signal(pids, 'SIGSTOP');
    try {
      await sleep(random.below(stoppedMsMax));
    } finally {
      signal(pids, 'SIGCONT');
    }
  },
}));

function signal(pids: readonly number[], name: 'SIGSTOP' | 'SIGCONT'): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // A process of the database that served one connection may be gone.
    }
  }
}

const proxiesOf = ({ ways }: FaultStage, way: WayName): readonly FaultProxy[] =>
  way === 'webhooks' ? ways.webhooks : [ways[way]];

const networkFault = (way: WayName, manner: Manner): FaultKind => ({
  name: `${way}: ${manner}`,
  strike: async (stage, random) => {
    const proxies = proxiesOf(stage, way);
    const pieces = () => proxies.reduce((sum, proxy) => sum + proxy.pieces(), 0);
    for (const proxy of proxies) proxy.be(manner);
    try {
      await someMore(pieces, 1 + random.below(piecesMax), piecesWithinMs);
      await sleep(random.below(harmedMsMax));
    } finally {
      for (const proxy of proxies) proxy.be('through');
    }
  },
});

const resetOf = (way: WayName): FaultKind => ({
  name: `${way}: reset`,
  strike: async (stage) => {
    for (const proxy of proxiesOf(stage, way)) proxy.reset();
  },
});

const network = wayNames.flatMap((way) => [resetOf(way), ...manners.map((manner) => networkFault(way, manner))]);

const hourMs = 3_600_000;
/**
 * The clock falls behind or runs ahead, and is set right again; by less than a day, as what was asked for under an Idempotency-Key is remembered no
 * longer.
 */
const clockMoves = [1, 5, 20].flatMap((hours) =>
  (['behind', 'ahead'] as const).map((way): FaultKind => ({
    name: `clock ${hours} hours ${way}`,
    strike: async (stage, random) => {
      await stage.moveClock((way === 'ahead' ? hours : -hours) * hourMs);
      await sleep(random.below(stoppedMsMax));
      await stage.moveClock(0);
    },
  })),
);

/** What a mail server answers instead of taking a mail; what it refused for good an operator hands over again. */
const mailAnswers = {
  'takes nothing for now (451)': 451,
  'refuses all (554)': 554,
  'answers nothing': 'nothing',
} as const;
const mailServers = Object.entries(mailAnswers).map(([what, answer]): FaultKind => ({
  name: `mail server ${what}`,
  ...(answer === 'nothing' && { lasts: true }),
  strike: async ({ mail, beside }, random) => {
    mail.answerWith(answer);
    await sleep(random.below(stoppedMsMax));
    mail.answerWith(null);
    await beside(handOverDeadMails);
  },
}));

/** No room for another page or another piece of the database's log. */
const fullDisk: FaultKind = {
  name: 'disk of the database full',
  fillsDisk: true,
  strike: async ({ disk }, random) => {
    disk?.fill();
    await sleep(random.below(stoppedMsMax));
    disk?.free();
  },
};

/** Those that any user can bring about on any machine. */
export const anywhere: readonly FaultKind[] = [
  ...kills,
  ...kills,
  ...standstills,
  ...network,
  ...clockMoves,
  ...mailServers,
];
/** Those that set the clock, and kills between them. */
export const clocksAndKills: readonly FaultKind[] = [...clockMoves, ...kills];
/** With those that take root. */
export const asRoot: readonly FaultKind[] = [...anywhere, fullDisk, fullDisk];
