import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkout } from '../../server/config.ts';
import { actorNames, loggedIn, strangers, type ActorName } from '../../tools/test/hall-actors.ts';
import { canary, withHalls } from '../../tools/test/hall-site.ts';
import { furnishHalls, type Halls } from '../../tools/test/halls.ts';
import type { Answer } from '../../tools/test/person.ts';
import { startMailServer, type TestMailServer } from '../../tools/test/smtp.ts';
import { beside } from '../kit/beside.ts';
import { childServer, type ChildServer } from '../kit/child-server.ts';
import type { FaultReport, FaultRun } from '../kit/faults.ts';
import { figuresOfKills, killAgainAndAgain, killedNone, openGate, type Gate, type Killed } from '../kit/kills.ts';
import { someMore } from '../kit/some-more.ts';
import { gatherCrowd, mill, type Member } from './crowd.ts';
import { eavesdrop, type Eavesdropper } from './eavesdropper.ts';
import { routesWithoutCase, sumOf, walkMatrix } from './matrix.ts';

const crowdSize = 8;
const faultsSaid = 3;
const casesMin = 10_000;
const killsEachRound = 12;
/** How many answers are waited for between two kills, and how long at most. */
const answersBetween = 900;
const answersWithinMs = 20_000;
const retryMs = 20;
const triesMax = 100;
/** The matrix changes nothing of the victim's but what it does itself meanwhile. */
const changeEveryMs = 200;

export type IsolationAttack = Omit<FaultRun, 'kills'> & { rounds: number };
type Settle = (ask: () => Promise<Answer>) => Promise<Answer>;
type Stage = { child: ChildServer; mail: TestMailServer; halls: Halls; crowd: Member[]; log: string[] };

/**
 * All actors at all routes for the things of all others: once in peace, and in each further round while a crowd reads, the
 * victim changes things, and the server and its database are killed again and again.
 */
export async function attackIsolation(run: IsolationAttack): Promise<FaultReport> {
  const { dataDir } = run;
  const sites = join(dataDir, 'sites');
  await cp(join(checkout, 'sites'), sites, { recursive: true });
  for (const [id, fill] of Object.entries(withHalls)) await fill(join(sites, id));
  const own = join(dataDir, 'data');
  await mkdir(own);
  const mail = await startMailServer();
  const log: string[] = [];
  const env = { ENGAWA_SITES_DIR: sites, ENGAWA_SMTP_URL: mail.url, ENGAWA_LOG_LEVEL: 'debug' };
  const child = await childServer({ dataDir: own, env, hear: (text) => log.push(text) });
  try {
    child.spawn();
    await child.ready();
    const server = { url: child.url, mail };
    const furnished = await beside(
      child.dataDir,
      async (app) => {
        const hall = { ...server, app, clock: app.clock };
        return { halls: await furnishHalls(hall), crowd: await gatherCrowd(hall, crowdSize) };
      },
      { ENGAWA_SITES_DIR: sites },
    );
    return await attack(run, { child, mail, log, ...furnished });
  } finally {
    await child.destroy();
    await mail.close();
  }
}

async function attack(run: IsolationAttack, stage: Stage): Promise<FaultReport> {
  const { rounds, say } = run;
  const total = {
    faults: [] as string[],
    cases: new Map<string, number>(),
    answers: 0,
    reads: 0,
    heard: 0,
    changes: 0,
    away: 0,
  };
  let killed = killedNone;
  for (let round = 0; round < rounds; round += 1) {
    const went = await goRound(run, stage, round);
    total.faults.push(...went.faults.map((fault) => `round ${round + 1}: ${fault}`));
    for (const [route, count] of went.cases) total.cases.set(route, (total.cases.get(route) ?? 0) + count);
    total.answers += went.answers;
    total.reads += went.reads;
    total.heard += went.heard;
    total.changes += went.changes;
    total.away += went.away;
    killed = addKilled(killed, went.killed);
    say(`round ${round + 1}: ${sumOf(went.cases)} cases, ${went.faults.length} faults`);
    went.faults.slice(0, faultsSaid).forEach(say);
  }
  total.faults.push(...routesWithoutCase(total.cases).map((route) => `no case looks at ${route}`));
  if (sumOf(total.cases) < casesMin) total.faults.push(`${sumOf(total.cases)} cases are too few`);
  total.faults.push(...(await findTraces(stage)));
  return {
    faults: total.faults,
    figures: {
      rounds,
      cases: sumOf(total.cases),
      'routes with a case': total.cases.size,
      'kinds of actors': actorNames.length,
      answers: total.answers,
      'answers to a crowd meanwhile': total.reads,
      'changes of the victim meanwhile': total.changes,
      'answers 503 around kills, asked again': total.away,
      'live messages to those who watched': total.heard,
      'lines of the log': stage.log.join('').split('\n').length - 1,
      mails: stage.mail.mails.length,
      ...figuresOfKills(killed),
    },
  };
}

type Round = {
  faults: string[];
  cases: Map<string, number>;
  answers: number;
  reads: number;
  heard: number;
  changes: number;
  away: number;
  killed: Killed;
};

async function goRound({ seed, say }: IsolationAttack, stage: Stage, round: number): Promise<Round> {
  const { child, halls, crowd } = stage;
  const gate = openGate();
  let closings = 0;
  const counted: Gate = { ...gate, shut: () => ((closings += 1), gate.shut()) };
  let [answers, away] = [0, 0];
  const settle: Settle = async (ask) => {
    for (let tries = 1; ; tries += 1) {
      await gate.passed();
      // A connection kept open since before a kill breaks when it is used again.
      const answer = await ask().catch((error: unknown) => {
        if (tries > triesMax) throw error;
        return null;
      });
      answers += 1;
      // A server that is back may still hold connections to the database of before, and says so.
      const isAway = answer?.status === 503 && closings > 0;
      if (answer && !isAway) return answer;
      if (isAway) away += 1;
      await sleep(retryMs);
    }
  };
  const peaceful = round === 0;
  const watchers = await watchAll(stage);
  let over = false;
  const isOver = () => over;
  const killing = peaceful
    ? Promise.resolve(killedNone)
    : killAgainAndAgain(child, counted, { seed: seed + round, kills: killsEachRound, say }, () =>
        someMore(() => answers, answersBetween, answersWithinMs),
      );
  const walking = walkMatrix({ halls, settle, takes: () => true }, actorNames);
  const [walked, killed, { faults, reads }, changes] = await Promise.all([
    walking.finally(() => (over = true)),
    killing,
    mill(peaceful ? [] : crowd, settle, isOver),
    changeAllTheTime(halls, settle, isOver),
  ]);
  const heard = listen(stage, watchers, peaceful);
  return {
    ...walked,
    faults: [...walked.faults, ...faults, ...heard.faults],
    reads,
    changes,
    away,
    heard: heard.messages,
    killed,
  };
}

type Watcher = Eavesdropper & { name: ActorName | 'the victim' };

async function watchAll({ child, halls }: Stage): Promise<Watcher[]> {
  const { device = '' } = halls.things['a dealer'];
  const { victim } = halls;
  const own = { someone: victim, organization: victim.organization };
  const actors = loggedIn
    .filter((name) => name !== 'a viewer of theirs')
    .flatMap((name) => {
      const actor = halls.actors.get(name);
      return actor ? [{ name, actor }] : [];
    });
  const all = [{ name: 'the victim' as const, actor: own }, ...actors];
  return Promise.all(all.map(async ({ name, actor }) => ({ name, ...(await eavesdrop(child.url, actor, device)) })));
}

/** Some topics begin by saying that there is something to ask for: that of the alarms, asked for by two names. */
const greetings = 2;
const changesIn = (text: string) => text.split('event: changed').length - 1;

/** The victim hears of its own changes, so that silence of the others means something. */
function listen(
  { halls }: Stage,
  watchers: readonly Watcher[],
  peaceful: boolean,
): { faults: string[]; messages: number } {
  const { device = '' } = halls.things['a dealer'];
  const faults = watchers.flatMap(({ name, heard }) => {
    if (name === 'the victim')
      return peaceful && changesIn(heard()) <= greetings ? ['the victim heard nothing of its own changes'] : [];
    const text = heard().replaceAll(new RegExp(`"topic":"[a-z-]+/${device}"`, 'g'), '');
    const held = [device, ...halls.secrets].filter((secret) => text.includes(secret));
    return [
      ...held.map((secret) => `${name} heard "${secret}" live`),
      ...(changesIn(text) > greetings
        ? [`${name} heard of a change of others live: ${JSON.stringify(text.slice(0, 600))}`]
        : []),
    ];
  });
  const messages = watchers.reduce((sum, one) => sum + one.messages(), 0);
  for (const { leave } of watchers) leave();
  return { faults, messages };
}

/** What the victim changes is told to whoever may hear of it. */
async function changeAllTheTime({ victim, things }: Halls, settle: Settle, isOver: () => boolean): Promise<number> {
  const path = `${victim.path}/devices/${things['a dealer']['device']}`;
  let changes = 0;
  while (!isOver()) {
    const { headers } = await settle(() => victim.call('GET', path));
    const values = { remarks: `${canary} ${changes}` };
    const seen = { 'if-match': headers.get('etag') ?? '' };
    const { status, text } = await settle(() => victim.call('PATCH', path, { values }, seen));
    // A change whose answer was lost in a kill was perhaps made, so that the version is another when it is tried again.
    if (status !== 200 && status !== 412) throw new Error(`the victim cannot change anything: ${text}`);
    changes += 1;
    await sleep(changeEveryMs);
  }
  return changes;
}

/** What is left behind where no answer goes: mails to strangers, lines of the log, and sessions that are no longer what they were. */
async function findTraces({ halls, mail, log }: Stage): Promise<string[]> {
  const addresses = strangers.map((name) => halls.actors.get(name)?.mail);
  const mailed = mail.mails
    .filter(({ to }) => addresses.includes(to))
    .flatMap(({ to, subject, text, html }) =>
      halls.secrets
        .filter((secret) => `${subject} ${text} ${html}`.includes(secret))
        .map((secret) => `"${secret}" was mailed to ${to}: ${subject}`),
    );
  const written = log.join('');
  const logged = halls.secrets.filter((secret) => written.includes(secret));
  const sessions: string[] = [];
  for (const [name, { someone }] of halls.actors) {
    const { status } = await someone.call('GET', '/session');
    if ((status === 200) !== loggedIn.includes(name)) sessions.push(`${name} is answered ${status} at the end`);
  }
  return [...mailed, ...logged.map((secret) => `"${secret}" stands in the log`), ...sessions];
}

function addKilled(one: Killed, other: Killed): Killed {
  return {
    server: one.server + other.server,
    database: one.database + other.database,
    both: one.both + other.both,
    slowestMs: Math.max(one.slowestMs, other.slowestMs),
  };
}
