import { newCompany, testPassword, type Member } from '../../tools/test/accounts.ts';
import { giveActivationKeys } from '../../tools/test/activation-keys.ts';
import { staysLoggedIn } from '../kit/callers.ts';
import { callerAddress, fetchFrom } from '../kit/fetch-from.ts';
import type { FaultReport } from '../kit/faults.ts';
import type { Flow, OpenFlow, Stage } from '../kit/flow.ts';
import { seededRandom } from '../kit/random.ts';
import { countRepeats, findFaults, type Delivery } from './check.ts';
import { issuingClient, newMarket, type Market } from './client.ts';
import { compareLists } from './lists.ts';
import { wasIssued } from './operation.ts';
import { readSnapshot } from './snapshot.ts';

const site = 'conference';
const sender = `no-reply@${site}.example.jp`;
const clientsCount = 6;
const keysPerFault = 150;
const keysAtLeast = 1_000;
const awayStatuses = [503, 409];

export type IssuingFlow = Flow & {
  history: Market['history'];
  /** How many requests were issued and how many refused, of those that were answered. */
  answered(): [issued: number, refused: number];
  /** As `check`, where somebody knows in which life of the server each mail came, by its number among all mails. */
  checkLives(lifeOf: (mail: number) => number): Promise<FaultReport>;
};

/** Clients issue registration keys without a pause. In the end everything they were told is held against what is there. */
export const issuing: OpenFlow<IssuingFlow> = async (stage) => {
  const { seed, faults: faultsPlanned, mail, gate, beside } = stage;
  const members = await signUpAll(stage);
  const { hex } = seededRandom(`${seed} keys`);
  const count = Math.max(keysAtLeast, faultsPlanned * keysPerFault);
  const fresh = await beside((app) => giveActivationKeys({ app }, count, { site, hex }));
  let over = false;
  const mailsBefore = mail.mails.length;
  const market = newMarket({ fresh, up: gate.passed, rest: gate.rest, isOver: () => over });
  const { history, statuses } = market;
  const clients = members.map((member, index) =>
    issuingClient(member, index, market, seededRandom(`${seed} client ${index}`)),
  );
  const acting = Promise.all(clients.map((client) => client.run()));
  acting.catch(() => undefined);
  const answered = () => countAnswered(history);
  const checkLives = async (lifeOf: (mail: number) => number): Promise<FaultReport> => {
    const deliveries = mail.mails
      .map((one, at): Delivery & { from: string; at: number } => ({ ...one, at, life: lifeOf(at) }))
      .filter(({ from, at }) => from === sender && at >= mailsBefore);
    const snapshot = await beside((app) => readSnapshot(app, site));
    const [issued, refused] = answered();
    return {
      faults: [
        ...findFaults({ history, snapshot, deliveries }),
        ...(await compareLists(members, snapshot)),
        ...[...statuses]
          .filter(([status]) => !awayStatuses.includes(status))
          .map(([status, times]) => `the answer ${status} came ${times} times`),
      ],
      figures: {
        'requests issued': issued,
        'requests refused': refused,
        'requests cut off by a kill': history.filter((operation) => operation.broken > 0).length,
        'of these never sent again': history.filter((operation) => operation.abandoned).length,
        'answers asked for again': clients.reduce((sum, client) => sum + client.replays(), 0),
        'keys bound': snapshot.bindings.length,
        'events sealed': snapshot.events,
        'mails received': deliveries.length,
        'of these repeats': countRepeats(deliveries),
      },
    };
  };
  return {
    acting,
    history,
    answered,
    progress: () => answered()[0] + answered()[1],
    rest: async () => {
      over = true;
      await acting;
    },
    checkLives,
    check: async (faultsBefore) => {
      // Nobody knows of each mail between which faults it came; how often they came again is known.
      const { faults, figures } = await checkLives((at) => at);
      const repeats = Number(figures['of these repeats']);
      if (repeats > faultsBefore) faults.push(`${repeats} mails came again after ${faultsBefore} faults`);
      return { faults, figures };
    },
    close: async () => void (over = true),
  };
};

async function signUpAll({ url, mail, clockMoves }: Stage): Promise<Member[]> {
  const members: Member[] = [];
  for (let index = 0; index < clientsCount; index += 1) {
    const member = await newCompany({ url, mail }, site, fetchFrom(callerAddress(index)));
    members.push(clockMoves ? staysLoggedIn(member, testPassword) : member);
  }
  return members;
}

function countAnswered(history: Market['history']): [issued: number, refused: number] {
  const settled = history.filter((operation) => operation.answers.length > 0);
  const issued = settled.filter(wasIssued).length;
  return [issued, settled.length - issued];
}
